import type { ReactNode } from "react";

type SplitPaneProps = {
  /** Spoken names of the two panes. */
  textLabel: string;
  sheetLabel: string;
  /** Spoken name of the two links between them, which stand where the panes are one under the other. */
  jumpLabel: string;
  text: ReactNode;
  sheet: ReactNode;
};

/** What is read, and the sheet one writes, which stays in view. One under the other where it is narrow. */
export function SplitPane({ textLabel, sheetLabel, jumpLabel, text, sheet }: SplitPaneProps) {
  return (
    <div className="desk">
      <section className="desk__text" id="desk-text" aria-label={textLabel}>
        <div className="desk__measure">{text}</div>
      </section>
      <section className="desk__sheet" id="desk-sheet" aria-label={sheetLabel}>
        {sheet}
      </section>
      <nav className="desk__jump" aria-label={jumpLabel}>
        <a href="#desk-text">{textLabel}</a>
        <a href="#desk-sheet">{sheetLabel}</a>
      </nav>
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
