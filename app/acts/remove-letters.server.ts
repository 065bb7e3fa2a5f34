import { forgetLetter } from "#app/features/agencies/appointments/operations.server.ts";
import { isLetterNeeded, listUnneededLetters } from "#app/features/agencies/appointments/queries.server.ts";
import { holdsFile as certificates } from "#app/features/certificates/kept-files/queries.server.ts";
import { holdsFile as competitions } from "#app/features/competitions/kept-files/queries.server.ts";
import { holdsFile as proposals } from "#app/features/proposals/kept-files/queries.server.ts";
import { holdsFile as ranking } from "#app/features/ranking/kept-files/queries.server.ts";
import { holdsFile as screening } from "#app/features/screening/kept-files/queries.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";

/** Every room that keeps files by the hash of their content, and whether it keeps this one. */
const rooms = { certificates, competitions, proposals, ranking, screening };

/** Content that was kept, or kept again, within so long (ms) may be about to be referred to: it stays for now. */
const settledAfter = 24 * 3_600_000;

/**
 * Takes away the files of letters of appointment that nobody needs any more: refused or never looked at and past the time in which
 * that can be contested, or naming a person whose account was erased. The same content may be kept for another letter or in another
 * room: then only this letter forgets it. The letter forgets last, so that whatever breaks off is done again. `realNow` in UTC ms of
 * the real clock, which files follow. Only the system does.
 */
export async function removeLetters(ctx: Ctx, payload: Record<string, string | number>): Promise<void> {
  authorize(isOperator(ctx.actor));
  for (const { id, sha256 } of listUnneededLetters(ctx)) {
    const isHeld = isLetterNeeded(ctx, sha256) || Object.values(rooms).some((holds) => holds(ctx, sha256));
    const isGone = isHeld || (await ctx.files.remove(sha256, Number(payload.realNow) - settledAfter));
    if (isGone) forgetLetter(ctx, { appointmentId: id });
  }
}
