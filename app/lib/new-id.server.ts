import { randomBytes } from "node:crypto";
import { type Id, type IdKind, idPrefixes } from "#app/lib/ids.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Makes ids of 100 random bits from a source of bytes: the system's, or a rehearsal's seed. */
export function idMaker(bytes: (size: number) => Uint8Array): <K extends IdKind>(kind: K) => Id<K> {
  return <K extends IdKind>(kind: K): Id<K> => {
    let text = "";
    for (const byte of bytes(20)) text += alphabet[byte & 31];
    return `${idPrefixes[kind]}_${text}` as Id<K>;
  };
}

export const systemBytes = (size: number): Uint8Array => randomBytes(size);
