import type { EarlierVersion, NamedEntry, VersionChange } from "#app/features/ranking/versions/types.ts";

/** A version with what is needed to tell its history; `rows` are its listed entries, of published versions alone. */
export type VersionRecord = {
  version: number;
  computedAt: number;
  publishedAt: number | null;
  digest: string;
  publicNote: string | null;
  rows: readonly NamedEntry[];
};

type Published = VersionRecord & { publishedAt: number };
const isPublished = (one: VersionRecord): one is Published => one.publishedAt !== null;

/** Published versions before the newest version of all, the latest first. The next version's making took each of them back. */
export function earlierVersions(versions: readonly VersionRecord[]): EarlierVersion[] {
  const last = Math.max(...versions.map(({ version }) => version));
  return versions
    .filter(isPublished)
    .filter(({ version }) => version < last)
    .map(({ version, publishedAt, digest }) => ({ version, publishedAt, digest, replacedAt: versions.find((one) => one.version === version + 1)?.computedAt ?? publishedAt }))
    .sort((a, b) => b.version - a.version);
}

/**
 * What each published version changed in the published one before it, the latest first: entries that left and entered, and the
 * public notes of every version on the way, in order. The first one changed nothing.
 */
export function versionChanges(versions: readonly VersionRecord[]): VersionChange[] {
  const published = versions.filter(isPublished).sort((a, b) => a.version - b.version);
  return published
    .slice(1)
    .map((now, index): VersionChange => {
      const before = published[index] as Published;
      const between = versions.filter(({ version }) => version > before.version && version <= now.version).sort((a, b) => a.version - b.version);
      return {
        ...{ version: now.version, publishedAt: now.publishedAt },
        notes: between.flatMap(({ publicNote }) => publicNote ?? []),
        left: without(before.rows, now.rows),
        entered: without(now.rows, before.rows),
      };
    })
    .reverse();
}

function without(rows: readonly NamedEntry[], others: readonly NamedEntry[]): NamedEntry[] {
  const known = new Set(others.map(({ number }) => number));
  return rows.filter(({ number }) => !known.has(number));
}
