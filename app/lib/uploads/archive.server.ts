import { open as openZip, type Entry } from "yauzl";
import type { ContentFault } from "#app/lib/uploads/types.ts";

/** A document has dozens of parts; bombs have thousands, or few that become enormous. */
const entryLimit = 2_000;
const unpackedLimit = 200 * 1024 * 1024;
const ratioLimit = 200;
/** Small parts may shrink a lot: pages of the same letter do. */
const ratioFrom = 10 * 1024 * 1024;

/** What is wrong with a zipped document by its list of parts, which is read without unpacking anything; null when nothing is. */
export function archiveFault(path: string): Promise<ContentFault | null> {
  return new Promise((resolve) => {
    openZip(path, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return resolve("fileWrongType");
      const finish = (fault: ContentFault | null): void => {
        zip.close();
        resolve(fault);
      };
      if (zip.entryCount > entryLimit) return finish("fileTooHeavy");
      let unpacked = 0;
      zip.on("entry", (entry: Entry) => {
        unpacked += entry.uncompressedSize;
        const fault = entryFault(entry, unpacked);
        if (fault) return finish(fault);
        zip.readEntry();
      });
      zip.on("end", () => finish(null));
      zip.on("error", () => finish("fileWrongType"));
      zip.readEntry();
    });
  });
}

function entryFault(entry: Entry, unpacked: number): ContentFault | null {
  if (/vbaProject\.bin$|\.(exe|dll|js|vbs)$/i.test(entry.fileName)) return "fileMacros";
  if (unpacked > unpackedLimit) return "fileTooHeavy";
  const isDense = entry.uncompressedSize > ratioFrom && entry.uncompressedSize > entry.compressedSize * ratioLimit;
  return isDense || /\.zip$/i.test(entry.fileName) ? "fileTooHeavy" : null;
}
