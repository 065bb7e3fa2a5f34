import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { panelMembers, panels } from "#db/schema/interviews.ts";

/** Panels a person sits on. */
export function personalRecords(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ panel: panels.name })
    .from(panelMembers)
    .innerJoin(panels, eq(panels.id, panelMembers.panelId))
    .where(eq(panelMembers.userId, userId))
    .orderBy(asc(panels.name))
    .all();
  return rows.map((facts) => ({ kind: "panel", at: null, facts }));
}
