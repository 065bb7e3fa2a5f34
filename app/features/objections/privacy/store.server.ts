import { eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { objections } from "#db/schema/objections.ts";

export function renameObjector(ctx: Pick<Ctx, "db">, email: string, pseudonym: { name: string; email: string }): number {
  return ctx.db.update(objections).set(pseudonym).where(eq(objections.email, email)).run().changes;
}
