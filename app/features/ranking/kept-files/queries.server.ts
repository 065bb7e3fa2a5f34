import { eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { rankingDocuments } from "#db/schema/list-records.ts";

/** Whether this content is a decree or minutes of a list. For the act that takes files away. */
export const holdsFile = ({ db }: Pick<Ctx, "db">, sha256: string): boolean =>
  db.select({ id: rankingDocuments.id }).from(rankingDocuments).where(eq(rankingDocuments.sha256, sha256)).get() !== undefined;
