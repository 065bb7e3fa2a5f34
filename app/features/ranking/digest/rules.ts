import { createHash } from "node:crypto";
import type { Place } from "#app/features/ranking/computing/types.ts";
import type { ListModel } from "#app/features/ranking/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";

type Digested = { editionId: string; listKey: string; version: number; quantity: string; model: ListModel | null; places: readonly (Omit<Place, "proposalId"> & { proposalId: string })[] };

/**
 * SHA-256 of the canonical rows and of the model behind them, so that minutes, page, table and bundle can be seen to speak of the
 * same list. The rule by which a row stands there is among them only where there is one, and so is its rank by trimmed means.
 */
export function listDigest({ editionId, listKey, version, quantity, model, places }: Digested): string {
  // A bundle from before there were trimmed means does not name them at all.
  const rows = places.map(({ listedBy, trimmedRank = null, ...place }) => ({
    ...place,
    ...(listedBy === null ? {} : { listedBy }),
    ...(trimmedRank === null ? {} : { trimmedRank }),
  }));
  return createHash("sha256").update(canonicalJson({ edition: editionId, list: listKey, version, quantity, model, rows })).digest("hex");
}
