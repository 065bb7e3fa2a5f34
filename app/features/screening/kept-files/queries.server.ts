import { eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { screeningAppeals } from "#db/schema/screening.ts";

/** Whether this content was filed with an appeal. For the act that takes files away. */
export const holdsFile = ({ db }: Pick<Ctx, "db">, sha256: string): boolean =>
  db.select({ id: screeningAppeals.id }).from(screeningAppeals).where(eq(screeningAppeals.sha256, sha256)).get() !== undefined;
