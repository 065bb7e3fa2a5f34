import { useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { QueuePlace } from "#app/features/scoring/desk/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type Keyed = { base: string; queue: QueuePlace };

/**
 * The sheet by keys alone: Alt and an arrow opens the next or previous criterion at its mark, Alt and a page key goes to the next
 * or previous entry. Everything else is reached by Tab, as on any form. Give the answer to the box around the sheet.
 */
export function useSheetKeys({ base, queue }: Keyed) {
  const box = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const step = steps[event.key];
      if (step === undefined || !box.current) return;
      event.preventDefault();
      const neighbour = step.by === "entry" ? queue[step.to] : null;
      if (neighbour) navigate(`${base}/${neighbour.assignmentId}`);
      if (step.by === "criterion") openCriterion(box.current, step.to === "next" ? 1 : -1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [base, queue, navigate]);
  return box;
}

const steps: Record<string, { by: "entry" | "criterion"; to: "next" | "previous" } | undefined> = {
  ArrowDown: { by: "criterion", to: "next" },
  ArrowUp: { by: "criterion", to: "previous" },
  PageDown: { by: "entry", to: "next" },
  PageUp: { by: "entry", to: "previous" },
};

function openCriterion(box: HTMLElement, by: 1 | -1): void {
  const rows = [...box.querySelectorAll<HTMLDetailsElement>("details[name=criterion]")];
  const at = rows.findIndex((row) => row.open);
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  if (!row) return;
  row.open = true;
  // A level is chosen by the mark; whoever chooses the level first reaches it with Shift and Tab.
  const mark = row.querySelector<HTMLElement>("input:not([type=radio])") ?? row.querySelector<HTMLElement>("input, textarea");
  (mark ?? row).focus();
  row.scrollIntoView({ block: "nearest" });
}

/** Says which keys there are. */
export function SheetKeysHelp() {
  const t = useTranslate();
  return (
    <details>
      <summary className="faint">{t("scoring.keys.title")}</summary>
      <ul className="soft">
        <li>
          <kbd>Alt</kbd> + <kbd>↓</kbd> <kbd>↑</kbd> {t("scoring.keys.criterion")}
        </li>
        <li>
          <kbd>Alt</kbd> + <kbd>PgDn</kbd> <kbd>PgUp</kbd> {t("scoring.keys.entry")}
        </li>
        <li>
          <kbd>Tab</kbd> {t("scoring.keys.tab")}
        </li>
      </ul>
    </details>
  );
}
