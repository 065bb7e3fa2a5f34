import type { StageState } from "#app/components/timeline-shape.ts";

const outline = "M0 12Q50 -9 100 12Q50 33 0 12Z";

/** One petal lying down; `fill` from 0 to 1 is how far it has passed. It stretches to the width it is given. */
export function Petal({ state, fill = state === "done" ? 1 : 0 }: { state: StageState; fill?: number }) {
  const passed = Math.round(fill * 1000) / 10;
  return (
    <svg className="petal" data-s={state} viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path className="petal__line" d={outline} />
      {state === "running" && passed > 0 && (
        <svg x="0" y="0" width={passed} height="24" viewBox={`0 0 ${passed} 24`} preserveAspectRatio="none">
          <path className="petal__fill" d={outline} />
        </svg>
      )}
    </svg>
  );
}

/** One petal is one thing counted: full ones first. Spoken as `label`. */
export function PetalTally({ full, total, label }: { full: number; total: number; label: string }) {
  return (
    <span className="tally" role="img" aria-label={label}>
      {Array.from({ length: total }, (_, index) => (
        <svg key={index} viewBox="0 0 12 20" width="12" height="20" aria-hidden="true" focusable="false">
          <path data-full={index < full || undefined} d="M6 1C10.5 6 10.5 14 6 19C1.5 14 1.5 6 6 1Z" />
        </svg>
      ))}
    </span>
  );
}
