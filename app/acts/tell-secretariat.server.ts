import { addressOf, listIdsOfRole } from "#app/features/accounts/queries.server.ts";
import { noteWarning } from "#app/features/agencies/appointments/operations.server.ts";
import { type EndingTerm, getAppointmentRow, listEndingTerms } from "#app/features/agencies/appointments/queries.server.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { listPublicEditions, listSeats } from "#app/features/competitions/queries.server.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { formatPlainDay } from "#app/i18n/format.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { type Id, parseId } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** The central secretariat and the organisers of every open edition, each once. */
function secretariatOf(ctx: Ctx): Id<"user">[] {
  const open = listPublicEditions(ctx).filter(({ status }) => status === "open");
  const seated = open.flatMap(({ id }) => listSeats(ctx, id, "organiser").map(({ userId }) => userId));
  return [...new Set([...listIdsOfRole(ctx, "organiser"), ...seated])];
}

/** Leaves the secretariat a notice that a letter of appointment has come. One answered meanwhile is no news. Only the system does. */
export function tellOfLetter(ctx: Ctx, payload: Record<string, string | number>): void {
  inTransaction(ctx, () => {
    const id = parseId("appointment", String(payload.appointmentId));
    const letter = id && getAppointmentRow(ctx, id);
    if (letter?.status !== "asked") return;
    const params = { agency: getAgency(ctx, letter.agencyId).name };
    for (const userId of secretariatOf(ctx)) leaveNotice(ctx, { userId, kind: "appointmentArrived", params, url: `/organiser/appointments/${letter.id}` });
  });
}

/**
 * Warns the local admin by letter and notice, and the secretariat by notice, 30 and 7 days before a term ends; each warning once,
 * a transaction a term. Only the system does.
 */
export function warnOfTerms(ctx: Ctx): void {
  const ending = listEndingTerms(ctx);
  const office = ending.length === 0 ? [] : secretariatOf(ctx);
  for (const term of ending) {
    inTransaction(ctx, () => {
      noteWarning(ctx, term);
      warn(ctx, term, office);
    });
  }
}

function warn(ctx: Ctx, { letter, agency, days }: EndingTerm, office: readonly Id<"user">[]): void {
  const { id, userId, termEndsOn } = letter;
  if (termEndsOn === null) return;
  const wordsFor = (person: Id<"user">) => {
    const reader = addressOf(ctx, person);
    const locale = reader?.locale ?? "id";
    return { reader, locale, params: { agency: agency.name, day: formatPlainDay(locale, termEndsOn) } };
  };
  for (const person of office) leaveNotice(ctx, { userId: person, kind: "termEndingOffice", params: wordsFor(person).params, url: `/organiser/appointments/${id}` });
  if (userId === null) return;
  const { reader, locale, params } = wordsFor(userId);
  if (!reader) return;
  leaveNotice(ctx, { userId, kind: "termEnding", params, url: `/agencies/${agency.id}` });
  const words = { ...params, name: reader.name, link: `${ctx.baseUrl}/agencies/access` };
  queueMail(ctx, { dedupeKey: `appointmentEnding:${id}:${days}`, recipient: reader.email, locale, template: "appointmentEnding", params: words });
}
