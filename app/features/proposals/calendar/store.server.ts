import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { calendarFeeds } from "#db/schema/communications.ts";

type Place = { userId: Id<"user">; agencyId: Id<"agency"> };

const standing = ({ userId, agencyId }: Place) =>
  and(eq(calendarFeeds.userId, userId), eq(calendarFeeds.agencyId, agencyId), isNull(calendarFeeds.revokedAt));

export function insertFeed(ctx: Ctx, place: Place, tokenHash: string): void {
  ctx.db.insert(calendarFeeds).values({ id: ctx.newId("feed"), ...place, tokenHash, createdAt: ctx.now }).run();
}

/** How many were taken back. */
export const revokeFeeds = (ctx: Ctx, place: Place): number =>
  ctx.db.update(calendarFeeds).set({ revokedAt: ctx.now }).where(standing(place)).run().changes;

export const findStandingFeed = (ctx: Pick<Ctx, "db">, place: Place) => ctx.db.select().from(calendarFeeds).where(standing(place)).get();

export const findFeedByHash = (ctx: Pick<Ctx, "db">, tokenHash: string): Place | undefined =>
  ctx.db
    .select({ userId: calendarFeeds.userId, agencyId: calendarFeeds.agencyId })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(calendarFeeds.revokedAt)))
    .get();
