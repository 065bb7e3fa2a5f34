import { asc, eq, or } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { rankingDocuments } from "#db/schema/list-records.ts";
import { rankingLists } from "#db/schema/ranking.ts";

/** Lists a person computed, signed, approved or made final, and papers of lists they handed in or checked. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  return [...listsOf(ctx, userId), ...papersOf(ctx, userId)];
}

function papersOf(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const { kind, fileName, attachedBy, attachedAt, checkedBy } = rankingDocuments;
  const rows = ctx.db
    .select({ list: rankingLists.listKey, kind, fileName, at: attachedAt, attachedBy, checkedBy })
    .from(rankingDocuments)
    .innerJoin(rankingLists, eq(rankingLists.id, rankingDocuments.listId))
    .where(or(eq(attachedBy, userId), eq(checkedBy, userId)))
    .orderBy(asc(attachedAt))
    .all();
  return rows.map(({ list, at, ...row }) => {
    const attached = row.attachedBy === userId;
    return { kind: "list", at, facts: { list, paper: row.kind, attached, checked: row.checkedBy === userId, ...(attached ? { file: row.fileName } : {}) } };
  });
}

function listsOf(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
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
