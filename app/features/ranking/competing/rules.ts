import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import type { PartsOf } from "#app/features/ranking/cut/types.ts";

/** An entry with the registry's code of its agency, by which regions are told. */
export type PlacedEntry = Pick<Entry, "id" | "groupKey" | "categoryKey" | "agencyKind" | "provinceCode"> & { agencyCode: string };

/** To which part each entry belongs, as it was submitted last. An agency of the centre belongs to no region. */
export function partsOf(entries: readonly PlacedEntry[], { remoteRegions }: Pick<Definition, "remoteRegions">): (row: { proposalId: ProposalId }) => PartsOf {
  const remote = new Set(remoteRegions);
  const isRemote = ({ agencyCode, provinceCode }: PlacedEntry): boolean => remote.has(agencyCode) || (provinceCode !== null && remote.has(provinceCode));
  const parts = new Map(
    entries.map((entry) => {
      const { id, groupKey, categoryKey, agencyKind, provinceCode } = entry;
      return [id, { group: groupKey, category: categoryKey, agencyKind, region: provinceCode ?? "", remote: isRemote(entry) ? "3t" : "other" }];
    }),
  );
  return ({ proposalId }) => parts.get(proposalId) as PartsOf;
}
