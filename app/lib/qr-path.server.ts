import QRCode from "qrcode";

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
