import { useId } from "react";
import type { Plot, Shape } from "#app/features/ranking/plots/types.ts";

/** A plot on a page, with its words for those who do not see it; the numbers stand in a table beside it. */
export function PlotFigure({ plot, title, desc }: { plot: Plot; title: string; desc: string }) {
  const id = useId().replace(/\W/g, "");
  return (
    <figure className="chart-pair__figure">
      <div className="chart-scroll" tabIndex={0} role="region" aria-label={desc}>
        <svg className="chart" viewBox={`0 0 ${plot.width} ${plot.height}`} role="img" aria-labelledby={`t${id} d${id}`}>
          <title id={`t${id}`}>{title}</title>
          <desc id={`d${id}`}>{desc}</desc>
          {plot.shapes.map((shape, index) => (
            <Drawn key={index} shape={shape} />
          ))}
        </svg>
      </div>
    </figure>
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
