import type { ReactNode } from "react";
import { sharePercent } from "#app/components/progress.tsx";

export type Figure = {
  key: string;
  label: ReactNode;
  /** Already printed in the reader's language; null for not yet known. */
  figure: ReactNode | null;
  /** Right below the figure: "52 % dari terdaftar". */
  unit?: ReactNode;
  /** From 0 to 1: draws the bar. */
  share?: number;
  note?: ReactNode;
  /** The step the edition is at. */
  now?: boolean;
};

/** Numbers side by side, drawn: the way from all to few. `missingWord` speaks for a figure that is not known yet. */
export function Funnel({ label, figures, missingWord }: { label: string; figures: readonly Figure[]; missingWord: string }) {
  return (
    <ul className="funnel" aria-label={label}>
      {figures.map((one) => (
        <li key={one.key} data-now={one.now || undefined}>
          <FigureFace of={one} missingWord={missingWord} />
        </li>
      ))}
    </ul>
  );
}

/** One number that answers one question. */
export function FigureTile({ missingWord = "", ...figure }: Omit<Figure, "key"> & { missingWord?: string }) {
  return (
    <div className="figure-tile" data-now={figure.now || undefined}>
      <FigureFace of={figure} missingWord={missingWord} />
    </div>
  );
}

/** A line of small figures, for the head of a dense page. */
export function FigureLine({ figures }: { figures: readonly Pick<Figure, "key" | "label" | "figure" | "unit">[] }) {
  return (
    <dl className="figure-line">
      {figures.map(({ key, label, figure, unit }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {figure} {unit && <small>{unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FigureFace({ of: { label, figure, unit, share, note }, missingWord }: { of: Omit<Figure, "key">; missingWord: string }) {
  return (
    <>
      <span className="figure__label">{label}</span>
      {figure === null ? (
        <b data-missing="">
          <span aria-hidden="true">–</span>
          <span className="vh">{missingWord}</span>
        </b>
      ) : (
        <b>{figure}</b>
      )}
      {unit && <small>{unit}</small>}
      {share !== undefined && (
        <span className="figure__bar" aria-hidden="true">
          <i style={{ width: `${sharePercent(share, 1)}%` }} />
        </span>
      )}
      {note && <span className="figure__note">{note}</span>}
    </>
  );
}
