import type { BundleFiles } from "#app/features/ranking/bundle/types.ts";

/** Midnight of 1 January 1980, the first a ZIP can say: equal files are equal archives whenever they are made. */
const date = 0x0021;
const utf8Names = 0x0800;
const [fileHead, directoryHead, endHead] = [0x04034b50, 0x02014b50, 0x06054b50];

const table = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 255] as number) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** A ZIP of stored files in the order of their names: nothing packed, no times, so that equal files give equal bytes anywhere. */
export function packArchive(files: BundleFiles): Buffer {
  const names = Object.keys(files).sort();
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(files[name] as string)];
    const facts = factsOf(path, bytes);
    const head = Buffer.concat([uint32(fileHead), uint16(20), facts, uint16(0), path]);
    directory.push(Buffer.concat([uint32(directoryHead), uint16(20), uint16(20), facts, uint16(0), uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset), path]));
    parts.push(head, bytes);
    offset += head.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([uint32(endHead), uint16(0), uint16(0), uint16(names.length), uint16(names.length), uint32(index.length), uint32(offset), uint16(0)]);
  return Buffer.concat([...parts, index, end]);
}

const factsOf = (path: Buffer, bytes: Buffer): Buffer =>
  Buffer.concat([uint16(utf8Names), uint16(0), uint16(0), uint16(date), uint32(checksum(bytes)), uint32(bytes.length), uint32(bytes.length), uint16(path.length)]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The files of such an archive; null unless packing them again gives the very same bytes, so that none of them can be changed unseen. */
export function unpackArchive(archive: Buffer): BundleFiles | null {
  const files = Object.fromEntries(partsOf(archive).map(({ name, bytes }) => [name, bytes.toString("utf8")]));
  return packArchive(files).equals(archive) ? files : null;
}

/** What of an archive that does not unpack was changed: the first file that is not its checksum, or the first byte from which it is none. */
export function damageOf(archive: Buffer): string {
  const parts = partsOf(archive);
  const changed = parts.find(({ bytes, sum }) => checksum(bytes) !== sum);
  if (changed) return changed.name;
  const again = packArchive(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes.toString("utf8")])));
  const at = archive.findIndex((byte, index) => byte !== again[index]);
  return String(at < 0 ? archive.length : at);
}

/** Files as they stand one after another, with the checksum each names; ends where none begins. */
function partsOf(archive: Buffer): { name: string; bytes: Buffer; sum: number }[] {
  const parts = [];
  for (let at = 0; at + 30 <= archive.length && archive.readUInt32LE(at) === fileHead; ) {
    const [sum, size, nameLength] = [archive.readUInt32LE(at + 14), archive.readUInt32LE(at + 22), archive.readUInt16LE(at + 26)];
    const from = at + 30 + nameLength;
    parts.push({ name: archive.toString("utf8", at + 30, from), bytes: archive.subarray(from, from + size), sum });
    at = from + size;
  }
  return parts;
}
