import { eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { personImportRows } from "#db/schema/people.ts";

/** Takes the rows of an address out of every table of people; returns how many. */
export const deleteImportRowsOf = (ctx: Pick<Ctx, "db">, email: string): number =>
  ctx.db.delete(personImportRows).where(eq(personImportRows.email, email.toLowerCase())).run().changes;
