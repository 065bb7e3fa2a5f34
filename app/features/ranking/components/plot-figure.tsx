import { useId } from "react";
import type { Plot, Shape } from "#app/features/ranking/plots/types.ts";

/** The same plot drawn for a page and for a phone; of the two only one is ever there. */
export type Plots = { page: Plot; phone: Plot };

type PlotFigureProps = { plots: Plots; title: string; desc: string };

/** A plot on a page, with its words for those who do not see it; the numbers stand in a table beside it. */
export function PlotFigure({ plots, title, desc }: PlotFigureProps) {
  return (
    <figure className="chart-pair__figure">
      <div className="chart-scroll" tabIndex={0} role="region" aria-label={`${title}. ${desc}`}>
        <Drawing plot={plots.page} on="page" title={title} desc={desc} />
        <Drawing plot={plots.phone} on="phone" title={title} desc={desc} />
      </div>
    </figure>
  );
}

function Drawing({ plot, on, title, desc }: { plot: Plot; on: keyof Plots; title: string; desc: string }) {
  const id = useId().replace(/\W/g, "");
  return (
    <svg className={`chart chart--${on}`} viewBox={`0 0 ${plot.width} ${plot.height}`} role="img" aria-labelledby={`t${id} d${id}`}>
      <title id={`t${id}`}>{title}</title>
      <desc id={`d${id}`}>{desc}</desc>
      {plot.shapes.map((shape, index) => (
        <Drawn key={index} shape={shape} />
      ))}
    </svg>
  );
}

const lineClass = { axis: "chart__axis", grid: "chart__grid", edge: "chart__edge", main: "chart__line", soft: "chart__line chart__line--thin", full: "chart__line", hollow: "chart__line", box: "chart__line" };

function Drawn({ shape }: { shape: Shape }) {
  if (shape.kind === "line") return <line className={lineClass[shape.look]} x1={shape.x1} x2={shape.x2} y1={shape.y1} y2={shape.y2} />;
  if (shape.kind === "dot") return <circle className={shape.look === "full" ? "bar-look bar-look--fill" : "chart__mark"} cx={shape.x} cy={shape.y} r={shape.r} />;
  if (shape.kind === "box") return <rect className="bar-look bar-look--outline" x={shape.x} y={shape.y} width={shape.width} height={shape.height} />;
  return (
    <text className={shape.strong ? "chart__label" : undefined} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
      {shape.text}
    </text>
  );
}
