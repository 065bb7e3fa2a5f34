import { listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import { listSeatGrants } from "#app/features/competitions/queries.server.ts";
import { withWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { DueLetter } from "#app/features/notifications/queries.server.ts";
import { isEntitled } from "#app/features/notifications/rules.ts";
import { withheldOf, type Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/**
 * Whether the recipient of a letter that is about to leave may still read it: he may have left the agency, given up the seat or
 * come into conflict with what it names since it was written.
 */
export function mayReceiveLetter(ctx: Ctx, letter: Pick<DueLetter, "standing" | "kind" | "params">): boolean {
  const { standing } = letter;
  if (!standing) return true;
  const { userId, scope, scopeId } = standing;
  const grants = [...listAgencyGrants(ctx, userId), ...listSeatGrants(ctx, userId)];
  const recipient = withWithheld(ctx, { userId, name: "", email: "", grants });
  return isEntitled(letter, grants, scope === "edition" ? withheldOf(recipient, scopeId as Id<"edition">).words() : []);
}
