import { asc, eq, or } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { rankingDocuments, rankingSigners } from "#db/schema/list-records.ts";
import { rankingLists } from "#db/schema/ranking.ts";

/** Lists a person computed, signed, approved or made final, papers of lists they handed in or checked, and how they stand under minutes. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  return [...listsOf(ctx, userId), ...papersOf(ctx, userId), ...signaturesOf(ctx, userId)];
}

/** Under which minutes the person stands and how, as each reading says, and what the person read of others; not of whom. */
function signaturesOf(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const { statedBy, statedAt, presence, reason, documentId } = rankingSigners;
  const rows = ctx.db
    .select({ list: rankingLists.listKey, at: statedAt, member: rankingSigners.userId, statedBy, presence, reason, documentId })
    .from(rankingSigners)
    .innerJoin(rankingLists, eq(rankingLists.id, rankingSigners.listId))
    .where(or(eq(rankingSigners.userId, userId), eq(statedBy, userId)))
    .orderBy(asc(statedAt), asc(rankingSigners.id))
    .all();
  return rows.map(({ list, at, ...row }) => {
    const own = row.member === userId;
    return { kind: "list", at, facts: { list, minutes: row.documentId === null ? "here" : "paper", own, read: row.statedBy === userId, ...(own ? { presence: row.presence, reason: row.reason } : {}) } };
  });
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
