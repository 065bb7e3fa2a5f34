import { Circle, Line, Rect, Svg, Text } from "@react-pdf/renderer";
import type { Look, Plot, Shape } from "#app/features/ranking/plots/types.ts";
import { fontFamily, paper } from "#app/lib/pdf.server.tsx";

const strokes: Record<Look, { stroke: string; strokeWidth: number }> = {
  axis: { stroke: paper.strong, strokeWidth: 1 },
  grid: { stroke: paper.line, strokeWidth: 0.75 },
  edge: { stroke: paper.mark, strokeWidth: 1.5 },
  main: { stroke: paper.accent, strokeWidth: 2 },
  soft: { stroke: paper.faint, strokeWidth: 1 },
  full: { stroke: paper.accent, strokeWidth: 1 },
  hollow: { stroke: paper.soft, strokeWidth: 1.25 },
  box: { stroke: paper.accent, strokeWidth: 1 },
};

/** Points of a page that a drawing may take, so that its heading and words find room above it. */
const tallest = 470;

/** The same plot on paper. */
export function PrintedPlot({ plot }: { plot: Plot }) {
  return (
    <Svg viewBox={`0 0 ${plot.width} ${plot.height}`} style={{ width: "100%", maxHeight: tallest, marginBottom: 8 }}>
      {plot.shapes.map((shape, index) => (
        <Drawn key={index} shape={shape} />
      ))}
    </Svg>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  if (shape.kind === "line") return <Line x1={shape.x1} x2={shape.x2} y1={shape.y1} y2={shape.y2} {...strokes[shape.look]} />;
  if (shape.kind === "dot") return <Circle cx={shape.x} cy={shape.y} r={shape.r} fill={shape.look === "full" ? paper.accent : "#FFFFFF"} {...strokes[shape.look]} />;
  if (shape.kind === "box") return <Rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={paper.sunk} {...strokes.box} />;
  return (
    <Text x={shape.x} y={shape.y} textAnchor={shape.anchor} fill={shape.strong ? paper.ink : paper.soft} style={{ fontFamily, fontSize: 10 }}>
      {shape.text}
    </Text>
  );
}
