import { personalRecords as fromAccounts } from "#app/features/accounts/privacy/queries.server.ts";
import { personalRecords as fromAgencies } from "#app/features/agencies/privacy/queries.server.ts";
import { personalRecords as fromAssignment } from "#app/features/assignment/privacy/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { personalRecords as fromAudit } from "#app/features/audit/privacy/queries.server.ts";
import { personalRecords as fromCompetitions } from "#app/features/competitions/privacy/queries.server.ts";
import { personalRecords as fromConflicts } from "#app/features/conflicts/privacy/queries.server.ts";
import { personalRecords as fromInterviews } from "#app/features/interviews/privacy/queries.server.ts";
import { personalRecords as fromNotifications } from "#app/features/notifications/privacy/queries.server.ts";
import { personalRecords as fromObjections } from "#app/features/objections/privacy/queries.server.ts";
import { personalRecords as fromProposals } from "#app/features/proposals/privacy/queries.server.ts";
import { personalRecords as fromRanking } from "#app/features/ranking/privacy/queries.server.ts";
import { personalRecords as fromScoring } from "#app/features/scoring/privacy/queries.server.ts";
import { personalRecords as fromScreening } from "#app/features/screening/privacy/queries.server.ts";
import { isEmailVerified } from "#app/features/accounts/queries.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { inTransaction } from "#db/client.server.ts";

type OwnCtx = Ctx & { actor: Actor };
type Source = (ctx: Ctx, person: Actor) => PersonalRecord[];

/** Which rooms hold something about a person, in the order of a competition. A room with personal data has its line here. */
const sources = {
  accounts: (ctx, { userId }) => fromAccounts(ctx, userId),
  notifications: (ctx, person) => fromNotifications(ctx, person),
  agencies: (ctx, { userId }) => fromAgencies(ctx, userId),
  competitions: (ctx, { userId }) => fromCompetitions(ctx, userId),
  proposals: (ctx, { userId }) => fromProposals(ctx, userId),
  conflicts: (ctx, { userId }) => fromConflicts(ctx, userId),
  screening: (ctx, { userId }) => fromScreening(ctx, userId),
  assignment: (ctx, { userId }) => fromAssignment(ctx, userId),
  interviews: (ctx, { userId }) => fromInterviews(ctx, userId),
  scoring: (ctx, { userId }) => fromScoring(ctx, userId),
  ranking: (ctx, { userId }) => fromRanking(ctx, userId),
  // Anybody can write an address under an objection: only a verified one makes it the person's own.
  objections: (ctx, { userId, email }) => (isEmailVerified(ctx, userId) ? fromObjections(ctx, email) : []),
  audit: (ctx, { userId }) => fromAudit(ctx, userId),
} satisfies Record<string, Source>;

export type PersonalRoom = keyof typeof sources;
export type PersonalSection = { room: PersonalRoom; records: PersonalRecord[] };

/** Everything that is held about the signed-in person, by room; rooms that hold nothing are left out. */
export function personalSections(ctx: OwnCtx): PersonalSection[] {
  return (Object.keys(sources) as PersonalRoom[])
    .map((room) => ({ room, records: sources[room](ctx, ctx.actor) }))
    .filter(({ records }) => records.length > 0);
}

/** As a file for the person to take along (UU 27/2022 articles 7 and 13); that it was taken is recorded. */
export function exportPerson(ctx: OwnCtx): string {
  return inTransaction(ctx, () => {
    recordAudit(ctx, { action: "accounts.exportPerson", subject: { kind: "user", id: ctx.actor.userId } });
    const { userId, name, email } = ctx.actor;
    const file = { format: "anugerah-personal-data/1", generatedAt: new Date(ctx.now).toISOString(), person: { userId, name, email } };
    return `${JSON.stringify({ ...file, sections: personalSections(ctx) }, null, 2)}\n`;
  });
}
