import type { ReactNode } from "react";

/** A quiet ribbon over a page whose edition is a rehearsal. It scrolls with nothing and hides nothing. */
export function RehearsalMark({ word, note }: { word: string; note: ReactNode }) {
  return (
    <div className="rehearsal" role="note">
      <b>{word}</b>
      <span>{note}</span>
    </div>
  );
}

/** "(data latihan)" beside invented content. */
export function RehearsalData({ children }: { children: ReactNode }) {
  return <span className="latihan">{children}</span>;
}
