import { sql } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { editions } from "#db/schema/competitions.ts";

/** Whether the rules of an edition offer this content as a letter to sign. For the act that takes files away. */
export const holdsFile = ({ db }: Pick<Ctx, "db">, sha256: string): boolean =>
  db.select({ id: editions.id }).from(editions).where(sql`instr(${editions.definition}, ${sha256}) > 0`).get() !== undefined;
