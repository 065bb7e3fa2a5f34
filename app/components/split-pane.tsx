import type { ReactNode } from "react";

type SplitPaneProps = {
  /** Spoken names of the two panes. */
  textLabel: string;
  sheetLabel: string;
  /** Words of the links from one to the other, which stand where the panes are one under the other. */
  jump: { toSheet: string; toText: string };
  text: ReactNode;
  sheet: ReactNode;
};

/** What is read, and the sheet one writes, which stays in view. One under the other where it is narrow. */
export function SplitPane({ textLabel, sheetLabel, jump, text, sheet }: SplitPaneProps) {
  return (
    <div className="desk">
      <section className="desk__text" id="desk-text" aria-label={textLabel}>
        <div className="desk__measure">{text}</div>
        <a className="desk__jump" href="#desk-sheet">
          {jump.toSheet}
        </a>
      </section>
      <section className="desk__sheet" id="desk-sheet" aria-label={sheetLabel}>
        {sheet}
        <a className="desk__jump" href="#desk-text">
          {jump.toText}
        </a>
      </section>
    </div>
  );
}

/** A criterion of the sheet: name, weight, mark; unfolds to its input. */
export function SheetRow({ name, weight, mark, open, children }: SheetRowProps) {
  return (
    <details className="crit" open={open} name="criterion">
      <summary>
        <span>{name}</span>
        <span className="crit__weight">{weight}</span>
        <span className="crit__mark" data-missing={mark.missing || undefined}>
          {mark.words}
        </span>
      </summary>
      <div className="crit__in">{children}</div>
    </details>
  );
}

type SheetRowProps = {
  name: ReactNode;
  weight: ReactNode;
  /** The mark as printed, or "belum" with `missing`. */
  mark: { words: ReactNode; missing?: boolean };
  open?: boolean;
  children: ReactNode;
};

/** The sum at the foot of the sheet. */
export function SheetTotal({ label, total }: { label: ReactNode; total: ReactNode }) {
  return (
    <p className="sheet-total">
      <span>{label}</span>
      <b>{total}</b>
    </p>
  );
}
