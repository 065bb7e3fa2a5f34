import type { PairKey } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";

export const pairKey = (userId: Id<"user">, proposalId: Id<"proposal">): PairKey => `${userId} ${proposalId}`;

export const splitPair = (pair: PairKey): [Id<"user">, Id<"proposal">] =>
  pair.split(" ") as [Id<"user">, Id<"proposal">];

export type AgencyLink = { id: Id<"agency">; parentId: Id<"agency"> | null };
export type AgencyMerge = { fromId: Id<"agency">; intoId: Id<"agency"> };

/** An agency with those it went up in since, however often: whoever takes an agency over stands where it stood. */
export function heirsOf(merges: readonly AgencyMerge[], agencyId: Id<"agency">): Id<"agency">[] {
  const into = new Map(merges.map(({ fromId, intoId }) => [fromId, intoId]));
  const line: Id<"agency">[] = [];
  for (let at: Id<"agency"> | undefined = agencyId; at && !line.includes(at); at = into.get(at)) line.push(at);
  return line;
}

/**
 * The hierarchy of an agency: itself, what stands above it and what stands below it, not its sisters. Whoever belongs to a
 * directorate judges neither its ministry nor its units.
 */
export function kinOf(links: readonly AgencyLink[], agencyId: Id<"agency">): Id<"agency">[] {
  const parents = new Map(links.map(({ id, parentId }) => [id, parentId]));
  return [...new Set([...ancestorsOf(parents, agencyId), ...descendantsOf(links, agencyId)])];
}

function ancestorsOf(parents: ReadonlyMap<Id<"agency">, Id<"agency"> | null>, from: Id<"agency">): Id<"agency">[] {
  const found: Id<"agency">[] = [];
  for (let at: Id<"agency"> | null | undefined = from; at && !found.includes(at); at = parents.get(at)) found.push(at);
  return found;
}

function descendantsOf(links: readonly AgencyLink[], from: Id<"agency">): Id<"agency">[] {
  const found = new Set([from]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { id, parentId } of links) if (parentId && found.has(parentId)) found.add(id);
  }
  return [...found];
}

/** Small letters and digits with single spaces. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();

/**
 * Whether the organisation written on a seat is one of the bodies that run the competition: its name, or its name and more, such
 * as a directorate with the name of its ministry.
 */
export const isOfBody = (organisation: string, bodies: readonly { name: string }[]): boolean =>
  bodies.some(({ name }) => plainName(name) !== "" && ` ${plainName(organisation)} `.includes(` ${plainName(name)} `));

type Named = { id: Id<"agency">; name: string };
/** Plain names by their first word, so that a thousand agencies are not all held against every seat. */
export type AgencyNames = ReadonlyMap<string, readonly Named[]>;

export function agencyNames(agencies: readonly Named[]): AgencyNames {
  const found = new Map<string, Named[]>();
  for (const { id, name } of agencies) {
    const plain = plainName(name);
    const first = plain.split(" ", 1)[0] ?? "";
    const known = found.get(first);
    if (known) known.push({ id, name: plain });
    else found.set(first, [{ id, name: plain }]);
  }
  return found;
}

/** How the governments of regions are shortened, and the offices that are always theirs. */
const shortened: Record<string, string> = { pemprov: "pemerintah provinsi", pemkab: "pemerintah kabupaten", pemkot: "pemerintah kota" };
const regionalOffices = /^(dinas|inspektorat|bappeda|rsud|puskesmas|kecamatan|kelurahan|sekretariat daerah|satpol pp) /;
const region = /\b(?<!pemerintah )(provinsi|kabupaten|kota) /g;

/**
 * Agencies whose whole name stands in the organisation written on a seat, as a directorate is written with its ministry and an
 * office with its region: `Dinas Kesehatan Kota Bandung` is of `Pemerintah Kota Bandung`. A name of one word must be the whole
 * organisation, or one part of it between commas: it would stand in too many others.
 */
export function agenciesNamedIn(organisation: string, names: AgencyNames): Id<"agency">[] {
  const parts = organisation.split(",").map(plainName);
  const whole = writtenOut(organisation);
  const isNamed = (name: string): boolean => (name.includes(" ") ? holds(whole, name) : name !== "" && (parts.includes(name) || whole === name));
  const found = wordsOf(organisation).flatMap((word) => (names.get(word) ?? []).filter(({ name }) => isNamed(name)));
  // Bandung Barat is not Bandung.
  return found.filter(({ name }) => !found.some((other) => other.name !== name && holds(other.name, name))).map(({ id }) => id);
}

/** An organisation as the registry writes: in small letters, governments of regions in full, an office with its government. */
function writtenOut(organisation: string): string {
  const written = plainName(organisation).split(" ").map((word) => shortened[word] ?? word).join(" ");
  return regionalOffices.test(written) ? written.replaceAll(region, "pemerintah $1 ") : written;
}

/** Words with which the name of an agency would begin that stands in the organisation. */
export const wordsOf = (organisation: string): string[] => [...new Set(writtenOut(organisation).split(" "))].filter((word) => word !== "");

const holds = (text: string, part: string): boolean => ` ${text} `.includes(` ${part} `);
