import { Path, Svg } from "@react-pdf/renderer";
import { paper } from "#app/lib/pdf.server.tsx";
import { qrPath } from "#app/lib/qr-path.server.ts";

/** Light modules around the code, so that a camera finds it beside other print (ISO/IEC 18004 asks for four). */
const quiet = 4;

/** A square code with its quiet zone; `side` is that of the code alone, in points. */
export function QrCode({ text, side }: { text: string; side: number }) {
  const { size, d } = qrPath(text);
  const whole = size + 2 * quiet;
  return (
    <Svg viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`} style={{ width: (side * whole) / size, height: (side * whole) / size }}>
      <Path d={d} fill={paper.band} />
    </Svg>
  );
}
