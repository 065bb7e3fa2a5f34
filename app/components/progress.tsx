import type { ReactNode } from "react";

type ProgressProps = {
  value: number;
  max: number;
  /** Spoken name; shown only in `words`. */
  label: string;
  /** "31 dari 72 selesai" */
  words: ReactNode;
};

/** A share as words and a bar. */
export function Progress({ value, max, label, words }: ProgressProps) {
  return (
    <span className="progress">
      <span>{words}</span>
      <span className="bar" role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={max}>
        <i style={{ width: `${sharePercent(value, max)}%` }} />
      </span>
    </span>
  );
}

/** Whole percent, never below 0 or above 100; an empty whole counts as none. */
export const sharePercent = (value: number, max: number): number =>
  max <= 0 ? 0 : Math.max(0, Math.min(100, Math.round((value / max) * 100)));

/** A bar that leaves the middle to either side, with its figure, for a table cell. `share` from -1 to 1. */
export function CellOffset({ share, words }: { share: number; words: ReactNode }) {
  const half = sharePercent(Math.abs(share), 1) / 2;
  return (
    <span className="cell-bar">
      <span className="cell-bar__track cell-bar__track--middle" aria-hidden="true">
        <i style={{ width: `${half}%`, marginLeft: `${share < 0 ? 50 - half : 50}%` }} />
      </span>
      {words}
    </span>
  );
}

/** A small bar with its figure, for a table cell. `share` from 0 to 1. */
export function CellBar({ share, words }: { share: number; words: ReactNode }) {
  return (
    <span className="cell-bar">
      <span className="cell-bar__track" aria-hidden="true">
        <i style={{ width: `${sharePercent(share, 1)}%` }} />
      </span>
      {words}
    </span>
  );
}
