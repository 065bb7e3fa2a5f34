import { Path, Svg } from "@react-pdf/renderer";
import QRCode from "qrcode";
import { paper } from "#app/lib/pdf.server.tsx";

/** Light modules around the code, so that a camera finds it beside other print (ISO/IEC 18004 asks for four). */
const quiet = 4;

/** Runs of dark modules as one path; error correction M, so that a fold does not hide the address. */
export function qrPath(text: string): { size: number; d: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      let end = x;
      while (end < modules.size && modules.get(y, end)) end += 1;
      runs.push(`M${x} ${y}H${end}V${y + 1}H${x}Z`);
      x = end;
    }
  }
  return { size: modules.size, d: runs.join("") };
}

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
