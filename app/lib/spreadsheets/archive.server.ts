import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import type { SheetFault } from "#app/lib/spreadsheets/types.ts";

/** A workbook has a dozen parts, some hundreds with pictures. */
const entryLimit = 500;
/** All parts unpacked: 10,000 rows of ten columns are about 10 MB. */
const unpackedLimit = 80 * 1024 * 1024;
const ratioLimit = 250;
const ratioFrom = 1024 * 1024;
/** Bytes that may stand beside a part's content: its header, its name, its extras. */
const gapLimit = 4_096;

/**
 * What is wrong with a workbook as an archive; undefined when it can be read. First its list of parts, then each part is unpacked
 * and thrown away while its bytes are counted: a part that is larger than it claims ends the reading, so memory stays constant.
 */
export function archiveFault(bytes: Uint8Array): Promise<SheetFault | undefined> {
  return new Promise((resolve) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return resolve("sheetDamaged");
      if (zip.entryCount > entryLimit) return resolve("sheetTooHeavy");
      const entries: Entry[] = [];
      zip.on("entry", (entry: Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.on("error", () => resolve("sheetDamaged"));
      zip.on("end", () => void listFault(zip, entries, bytes.length).then(resolve));
      zip.readEntry();
    });
  });
}

async function listFault(zip: ZipFile, entries: readonly Entry[], size: number): Promise<SheetFault | undefined> {
  if (!entries.some(({ fileName }) => fileName === "xl/workbook.xml")) return "sheetNotASheet";
  if (entries.some((entry) => entry.isEncrypted())) return "sheetDamaged";
  const claimed = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (claimed > unpackedLimit || entries.some(isDense)) return "sheetTooHeavy";
  if (hidesSomething(entries, size)) return "sheetDamaged";
  for (const entry of entries) if (!(await isAsClaimed(zip, entry))) return "sheetDamaged";
  return undefined;
}

const isDense = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > ratioFrom && uncompressedSize > compressedSize * ratioLimit;

/** Parts that share bytes, or bytes that belong to no part: a reader that goes by another list would find other parts there. */
function hidesSomething(entries: readonly Entry[], size: number): boolean {
  const sorted = entries.toSorted((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader);
  return sorted.some((entry, index) => {
    const next = sorted[index + 1]?.relativeOffsetOfLocalHeader;
    const room = (next ?? size) - entry.relativeOffsetOfLocalHeader - entry.compressedSize;
    return room < 30 || (next !== undefined && room > gapLimit);
  });
}

function isAsClaimed(zip: ZipFile, entry: Entry): Promise<boolean> {
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return resolve(false);
      stream.on("error", () => resolve(false)).on("end", () => resolve(true));
      stream.resume();
    });
  });
}
