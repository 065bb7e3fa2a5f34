import { and, inArray, isNull } from "drizzle-orm";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { isDraft } from "#app/features/proposals/rules.ts";
import { contentFaults } from "#app/features/proposals/submission/rules.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { answers, attachments } from "#db/schema/proposals.ts";

/** How many things each of the drafts still lacks in its form, in two statements for all of them. The caller has authorised. */
export function countGaps(ctx: Pick<Ctx, "db">, definition: Definition, rows: readonly Proposal[]): Map<ProposalId, number> {
  const drafts = rows.filter(({ status }) => isDraft(status));
  const ids = drafts.map(({ id }) => id);
  const written = ctx.db.select().from(answers).where(inArray(answers.proposalId, ids)).all();
  const files = ctx.db.select().from(attachments).where(and(inArray(attachments.proposalId, ids), isNull(attachments.removedAt))).all();
  const own = (id: ProposalId) => ({
    answers: written.filter(({ proposalId }) => proposalId === id),
    attachments: files.filter(({ proposalId }) => proposalId === id),
  });
  return new Map(drafts.map((draft) => [draft.id, contentFaults(definition, { identity: draft, ...own(draft.id) }).length]));
}
