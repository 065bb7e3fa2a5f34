import { asc, eq, or } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { rankingLists } from "#db/schema/ranking.ts";

/** Lists a person computed, signed, approved or made final. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const { computedBy, signedBy, approvedBy, finalisedBy, listKey, computedAt } = rankingLists;
  const own = or(...[computedBy, signedBy, approvedBy, finalisedBy].map((column) => eq(column, userId)));
  const rows = ctx.db
    .select({ list: listKey, at: computedAt, computedBy, signedBy, approvedBy, finalisedBy })
    .from(rankingLists)
    .where(own)
    .orderBy(asc(computedAt))
    .all();
  return rows.map(({ list, at, ...by }) => ({
    kind: "list",
    at,
    facts: {
      list,
      computed: by.computedBy === userId,
      signed: by.signedBy === userId,
      approved: by.approvedBy === userId,
      finalised: by.finalisedBy === userId,
    },
  }));
}
