import { type MouseEvent, useEffect, useRef } from "react";
import { fieldId } from "#app/components/field.tsx";
import { Icon } from "#app/components/icon.tsx";
import { CircleX } from "lucide-react";

const none: Record<string, string> = {};

type ErrorSummaryProps = {
  /** What happened and what is safe; null or empty shows nothing. */
  title: string | null | undefined;
  /** Words by field name, as the server returns them. */
  errors?: Record<string, string>;
  /** Names of the fields, said before each fault. */
  labels?: Record<string, string>;
};

/** Takes the focus when it appears, so that a keyboard or a screen reader is told, and leads to each field. */
export function ErrorSummary({ title, errors = none, labels = none }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (title) box.current?.focus();
  }, [title, errors]);
  if (!title) return null;
  return (
    <div className="notice notice--stop" role="alert" tabIndex={-1} ref={box}>
      <Icon of={CircleX} />
      <div className="notice__body">
        <p className="notice__title">{title}</p>
        {Object.keys(errors).length > 0 && (
          <ul className="error-links">
            {Object.entries(errors).map(([name, words]) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`} onClick={(event) => goTo(event, fieldId(name))}>
                  {labels[name] ? `${labels[name]}: ${words}` : words}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function goTo(event: MouseEvent, id: string) {
  const target = document.getElementById(id);
  if (!target) return;
  event.preventDefault();
  // What is folded away cannot take the focus.
  target.closest("details")?.setAttribute("open", "");
  target.focus();
  target.scrollIntoView({ block: "center" });
}
