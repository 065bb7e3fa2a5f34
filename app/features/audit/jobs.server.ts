import { runExamination } from "#app/features/audit/examination/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Every night, and whenever somebody asks. A log that does not fit is kept as found; trying again would find the same. */
export const examine = (ctx: Ctx): void => void runExamination(ctx);
