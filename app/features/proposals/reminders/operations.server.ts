import { addressOf } from "#app/features/accounts/queries.server.ts";
import { asMember } from "#app/features/agencies/rules.ts";
import { asSeated, editionFacts, stageOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { hasNoticeOf, preferencesOf } from "#app/features/notifications/queries.server.ts";
import { runKey } from "#app/features/proposals/reminders/rules.ts";
import { insertRun } from "#app/features/proposals/reminders/store.server.ts";
import type { ReminderRun, Unfinished } from "#app/features/proposals/reminders/types.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type Reminding = { edition: Edition; run: ReminderRun };

const templates = { writers: "reminderWriters", admins: "reminderAdmins", screeners: "reminderScreeners", assessors: "reminderAssessors" } as const;

/** Reminds a few people in one transaction, each once a run: a notice, and a letter unless they turned reminders off. Only the system. */
export function remindPeople(ctx: Ctx, { edition, run, people }: Reminding & { people: readonly Unfinished[] }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    for (const person of people) remind(ctx, { edition, run, person });
  });
}

/** Notes that a run was sent, or passed over with nobody told, so that it never comes back. Only the system. */
export function closeRun(ctx: Ctx, { edition, run, told }: Reminding & { told: number }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    insertRun(ctx, edition.id, { ...run, told });
  });
}

function remind(ctx: Ctx, { edition, run, person }: Reminding & { person: Unfinished }): void {
  const { userId, agency, unitId, count, titles } = person;
  const subjectId = `reminder ${edition.id} ${runKey(run)} ${agency?.id ?? ""}`;
  const address = addressOf(ctx, userId);
  if (!address || hasNoticeOf(ctx, userId, subjectId)) return;
  const page = pageOf(edition, run, agency?.id);
  const { name: stage } = stageOf(edition.definition, run.stage);
  const zone = agency?.zone ?? edition.definition.zone;
  const params = {
    ...editionFacts(edition, address.locale),
    ...{ count, agency: agency?.name ?? "", stage: stage[address.locale] },
    until: formatDeadline(address.locale, run.closesAt, zone),
  };
  const template = templates[run.to];
  const read = { edition: edition.definition.name, stage, until: { at: run.closesAt, zone, as: "deadline" as const } };
  leaveNotice(ctx, { userId, kind: template, params: { ...params, ...read }, url: page, subjectId });
  if (!preferencesOf(ctx, userId).reminders) return;
  const list = titles.map((title) => `- ${title}`).join("\n");
  queueMail(ctx, {
    ...{ dedupeKey: `${subjectId} ${userId}`, recipient: address.email, locale: address.locale, template, kind: "reminder", subjectId },
    standing: agency ? asMember(userId, { agencyId: agency.id, unitId }) : asSeated(userId, edition.id),
    params: { ...params, list, name: address.name, link: `${ctx.baseUrl}${page}` },
  });
}

function pageOf({ id }: Edition, { to }: ReminderRun, agencyId: string | undefined): string {
  if (to === "screeners") return `/screening/${id}`;
  return to === "assessors" ? `/assessor/${id}` : `/agencies/${agencyId}`;
}
