import { Link, useNavigation } from "@remix-run/react";
import { ArrowRight, LoaderCircle } from "lucide-react";
import { type ComponentPropsWithoutRef, type MouseEvent, type ReactNode, useEffect, useId, useState } from "react";
import { Icon, type IconOf } from "#app/components/icon.tsx";

/** `band` and `band-line` are for the dark band of the public front page. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "band" | "band-line";

export type ButtonLook = {
  variant?: ButtonVariant;
  dense?: boolean;
  wide?: boolean;
  icon?: IconOf;
  iconEnd?: IconOf;
  /** The words stay for screen readers; only the icon shows. */
  iconOnly?: boolean;
  children: ReactNode;
};

export type ButtonProps = ButtonLook &
  Omit<ComponentPropsWithoutRef<"button">, "children" | "disabled"> & {
    /** Why it cannot be pressed yet. The button stays focusable, does nothing, and the reason stands below it. */
    blocked?: ReactNode;
    busy?: boolean;
  };

export const buttonClass = ({ variant = "secondary", dense, wide, iconOnly }: Partial<ButtonLook>): string =>
  ["btn", `btn--${variant}`, dense && "btn--dense", wide && "btn--wide", iconOnly && "btn--icon"].filter(Boolean).join(" ");

/** A native button, `submit` unless told otherwise. */
export function Button(props: ButtonProps) {
  const { variant, dense, wide, icon, iconEnd, iconOnly, blocked, busy = false, type = "submit", children, onClick, ...rest } = props;
  const reasonId = useId();
  const isBlocked = blocked !== undefined && blocked !== null && blocked !== false;
  const stop = isBlocked || busy;
  const press = (event: MouseEvent<HTMLButtonElement>) => (stop ? event.preventDefault() : onClick?.(event));
  const button = (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, dense, wide, iconOnly })}
      aria-disabled={stop || undefined}
      aria-busy={busy || undefined}
      aria-describedby={isBlocked ? reasonId : rest["aria-describedby"]}
      onClick={press}
    >
      <ButtonFace icon={busy ? LoaderCircle : icon} iconEnd={iconEnd} iconOnly={iconOnly}>
        {children}
      </ButtonFace>
    </button>
  );
  if (!isBlocked) return button;
  return (
    <span className="btn-why" data-wide={wide || undefined}>
      {button}
      <span className="btn-why__reason" id={reasonId}>
        {blocked}
      </span>
    </span>
  );
}

/** A submit button that says it is working while the submission it started is on its way, and cannot be pressed twice. */
export function SubmitButton({ busyWord, ...props }: ButtonProps & { busyWord: string }) {
  const navigation = useNavigation();
  const [pressed, setPressed] = useState(false);
  const idle = navigation.state === "idle";
  useEffect(() => {
    if (idle) setPressed(false);
  }, [idle]);
  const busy = pressed && !idle;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    props.onClick?.(event);
    setPressed(true);
  };
  return (
    <Button {...props} type="submit" busy={busy} onClick={press}>
      {busy ? busyWord : props.children}
    </Button>
  );
}

type LinkButtonProps = ButtonLook & {
  to: string;
  /** A download or an address outside the application: a plain link with a full request. */
  plain?: boolean;
  download?: boolean;
  preventScrollReset?: boolean;
};

export function LinkButton({ to, plain, download, preventScrollReset, ...look }: LinkButtonProps) {
  const face = (
    <ButtonFace icon={look.icon} iconEnd={look.iconEnd} iconOnly={look.iconOnly}>
      {look.children}
    </ButtonFace>
  );
  if (plain || download) {
    return (
      <a className={buttonClass(look)} href={to} download={download || undefined}>
        {face}
      </a>
    );
  }
  return (
    <Link className={buttonClass(look)} to={to} preventScrollReset={preventScrollReset}>
      {face}
    </Link>
  );
}

/** A link that leads on: words and an arrow. `icon` replaces the arrow and comes first (a download, say). */
export function GoLink({ to, icon, plain, children }: { to: string; icon?: IconOf; plain?: boolean; children: ReactNode }) {
  const face = (
    <>
      {icon && <Icon of={icon} />}
      {children}
      {!icon && <Icon of={ArrowRight} />}
    </>
  );
  return plain ? (
    <a className="link-go" href={to}>
      {face}
    </a>
  ) : (
    <Link className="link-go" to={to}>
      {face}
    </Link>
  );
}

/** Buttons side by side; `apart` sends the first and the last to the two ends. */
export function ButtonRow({ apart = false, children }: { apart?: boolean; children: ReactNode }) {
  return <div className={apart ? "btn-row btn-row--apart" : "btn-row"}>{children}</div>;
}

type SubmitRowProps = Pick<ButtonLook, "variant"> & { submit: string; busyWord: string; back: string; cancel: string };

/** The end of a form: the button that sends it, and the way back for whoever thinks better of it. */
export function SubmitRow({ variant, submit, busyWord, back, cancel }: SubmitRowProps) {
  return (
    <ButtonRow>
      <SubmitButton variant={variant} busyWord={busyWord}>
        {submit}
      </SubmitButton>
      <LinkButton to={back} variant="quiet">
        {cancel}
      </LinkButton>
    </ButtonRow>
  );
}

export function ButtonFace({ icon, iconEnd, iconOnly, children }: Omit<ButtonLook, "variant">) {
  return (
    <>
      {icon && <Icon of={icon} />}
      {iconOnly ? <span className="vh">{children}</span> : children}
      {iconEnd && <Icon of={iconEnd} />}
    </>
  );
}
