import { Form, Link, useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { ButtonFace, type ButtonLook, buttonClass } from "#app/components/button.tsx";
import { Icon, type IconOf } from "#app/components/icon.tsx";

/** A way to another page (`to`), or a deed (`action`, sent as a POST with `fields`). */
export type MenuItem = {
  key: string;
  label: ReactNode;
  icon?: IconOf;
  current?: boolean;
  plain?: boolean;
} & ({ to: string } | { action: string; fields?: Record<string, string> });

type MenuProps = { trigger: ButtonLook; items: readonly MenuItem[]; align?: "start" | "end"; children?: ReactNode };

/**
 * Links and deeds behind one button: a native disclosure, so it opens without JavaScript. With it, Escape, leaving it and
 * going to another page close it.
 */
export function Menu({ trigger, items, align = "end", children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => box.current?.removeAttribute("open"), [key]);
  const shut = () => box.current?.removeAttribute("open");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !box.current?.open) return;
    shut();
    box.current.querySelector("summary")?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) shut();
  };
  return (
    <details className="menu" data-align={align} ref={box} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary className={buttonClass(trigger)}>
        <ButtonFace icon={trigger.icon} iconEnd={trigger.iconEnd ?? (trigger.iconOnly ? undefined : ChevronDown)} iconOnly={trigger.iconOnly}>
          {trigger.children}
        </ButtonFace>
      </summary>
      <div className="menu__pop">
        {children}
        <ul>
          {items.map((item) => (
            <li key={item.key}>
              <Item item={item} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Item({ item }: { item: MenuItem }) {
  const face = (
    <>
      {item.icon && <Icon of={item.icon} />}
      <span>{item.label}</span>
    </>
  );
  if ("to" in item) {
    return item.plain ? (
      <a className="menu__item" href={item.to}>
        {face}
      </a>
    ) : (
      <Link className="menu__item" to={item.to} aria-current={item.current ? "page" : undefined}>
        {face}
      </Link>
    );
  }
  return (
    <Form method="post" action={item.action}>
      {Object.entries(item.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="menu__item" type="submit">
        {face}
      </button>
    </Form>
  );
}
