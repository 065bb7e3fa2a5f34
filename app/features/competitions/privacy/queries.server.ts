import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { editions, seats } from "#db/schema/competitions.ts";

/** Seats a person holds or held. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ edition: editions.slug, role: seats.role, organisation: seats.organisation, at: seats.createdAt, removedAt: seats.removedAt })
    .from(seats)
    .innerJoin(editions, eq(editions.id, seats.editionId))
    .where(eq(seats.userId, userId))
    .orderBy(asc(seats.createdAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "seat", at, facts }));
}

/** Names of the editions, both languages, that are not over and in which a person still holds a seat. */
export function listRunningDuties(ctx: Pick<Ctx, "db">, userId: Id<"user">): { id: string; en: string }[] {
  const standing = and(eq(seats.userId, userId), isNull(seats.removedAt), ne(editions.status, "closed"));
  const rows = ctx.db
    .selectDistinct({ definition: editions.definition })
    .from(seats)
    .innerJoin(editions, eq(editions.id, seats.editionId))
    .where(standing)
    .all();
  return rows.map(({ definition }) => definition.name);
}
