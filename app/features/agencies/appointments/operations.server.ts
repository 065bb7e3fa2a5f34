import { stat } from "node:fs/promises";
import { findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { normalizeEmail } from "#app/features/accounts/rules.ts";
import { countTry } from "#app/features/accounts/throttle/operations.server.ts";
import { getAppointmentRow } from "#app/features/agencies/appointments/queries.server.ts";
import * as rules from "#app/features/agencies/appointments/rules.ts";
import * as store from "#app/features/agencies/appointments/store.server.ts";
import type { Appointment } from "#app/features/agencies/appointments/types.ts";
import { inviteMember } from "#app/features/agencies/operations.server.ts";
import { mayAskAppointment, mayDecideAppointment } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { findMerge } from "#app/features/agencies/registry/queries.server.ts";
import { endMembership, findMember } from "#app/features/agencies/store.server.ts";
import type { AgencyId, AppointmentId } from "#app/features/agencies/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { formatPlainDay } from "#app/i18n/format.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import { type Actor, type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize, DomainError, InvalidInput, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inspectFile } from "#app/lib/uploads/inspect.server.ts";
import { refuseInfected } from "#app/lib/uploads/refuse-infected.server.ts";
import { inTransaction } from "#db/client.server.ts";

export type Asking = { agencyId: AgencyId; name: string; position: string; email: string; phone: string; file: { path: string; fileName: string } | null };

/**
 * Hands in a letter by which an agency appoints its local admin: one PDF of at most 2 MB, looked at by its content. Answers the
 * same whether the address has an account, a seat or another letter; the worker tells the secretariat. Refuses an agency that is
 * not in the registry or went up in another (404) and `accounts.throttled` after five letters a day for an address; `now` of the
 * try in UTC ms of the real clock. Pages call `countAsking` first.
 */
export async function askAppointment(ctx: Ctx, asking: Asking, { now }: { now: number }): Promise<AppointmentId> {
  authorize(mayAskAppointment());
  const email = normalizeEmail(asking.email);
  countTry(ctx, [rules.addressKey(email)], now);
  const agency = getAgency(ctx, asking.agencyId);
  if (findMerge(ctx, agency.id)) throw notFound("agencies.unknown");
  const file = await keepLetter(ctx, asking.file);
  return inTransaction(ctx, () => {
    const { name, position, phone } = asking;
    const letter: Appointment = {
      ...{ id: ctx.newId("appointment"), agencyId: agency.id, email, phone, ...file, status: "asked", locale: ctx.locale },
      ...{ name: cleanLine(name), position: cleanLine(position), createdAt: ctx.now },
      ...{ decidedBy: null, decidedAt: null, reason: null, termEndsOn: null, userId: null, warnedDays: null },
    };
    store.insertAppointment(ctx, letter);
    // Who asked stays out of the log, which cannot forget.
    record(ctx, letter, "agencies.askAppointment", { agency: agency.id, file: file.sha256 });
    write(ctx, letter, "appointmentAsked");
    enqueue(ctx, { kind: "agencies.appointmentNews", payload: { appointmentId: letter.id }, dedupeKey: `appointment:${letter.id}` });
    return letter.id;
  });
}

/**
 * Counts a try to hand a letter in before any of its bytes are received. Refuses `accounts.throttled` after thirty an hour from a
 * network; `now` in UTC ms of the real clock.
 */
export function countAsking(ctx: Ctx, from: { network: string; now: number }): void {
  authorize(mayAskAppointment());
  countTry(ctx, [rules.networkKey(from.network)], from.now);
}

async function keepLetter(ctx: Ctx, file: Asking["file"]) {
  if (!file) throw faultOf("fileMissing");
  const { size } = await stat(file.path);
  if (size > rules.letterMost) throw faultOf("fileTooBig", { size: megabytes(size), limit: megabytes(rules.letterMost) });
  const verdict = await inspectFile(file.path, ["application/pdf"]);
  if (!verdict.ok) throw faultOf(verdict.fault);
  await refuseInfected(ctx, file.path, "letter");
  return { fileName: rules.letterName(file.fileName), bytes: size, pages: verdict.pages ?? 1, sha256: await ctx.files.putFile(file.path) };
}

const faultOf = (code: string, params: Record<string, string> = {}): InvalidInput => new InvalidInput([{ path: "letter", code, params }]);

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/**
 * Finds a letter in order: the person gets an account and is local admin until the last day of the term (YYYY-MM-DD, in the
 * agency's zone; null: no end is named). Whoever is local admin already stays so under the new letter. Refuses what `inviteMember`
 * refuses, one's own letter (403), `agencies.termOver`, and a letter answered before (409). Pages verify by the act
 * `verifyUnseatedAppointment`.
 */
export function verifyAppointment(ctx: Ctx, input: { appointmentId: AppointmentId; unit: string; termEndsOn: string | null }): Id<"user"> {
  return inTransaction(ctx, () => {
    authorize(mayDecideAppointment(ctx.actor));
    const letter = getAppointmentRow(ctx, input.appointmentId);
    const status = rules.afterStep(letter.status, "verify");
    const { zone } = getAgency(ctx, letter.agencyId);
    rules.checkTerm(input.termEndsOn, { now: ctx.now, zone });
    const userId = seat(ctx, letter, cleanLine(input.unit));
    const { termEndsOn } = input;
    store.updateAppointment(ctx, letter, { ...decided(ctx), status, termEndsOn, userId });
    record(ctx, letter, "agencies.verifyAppointment", { agency: letter.agencyId, userId, termEndsOn: termEndsOn ?? "" });
    const words = termEndsOn === null ? translators[letter.locale]("agencies.appointments.noEnd") : formatPlainDay(letter.locale, termEndsOn);
    write(ctx, letter, "appointmentVerified", { term: words, link: `${ctx.baseUrl}/sign-in` });
    return userId;
  });
}

/** Nobody answers the letter that appoints himself. A writer of the agency becomes its local admin; an agency that went up in another has none (404). */
function seat(ctx: Ctx, { agencyId, email, name }: Appointment, unit: string): Id<"user"> {
  if (findMerge(ctx, agencyId)) throw notFound("agencies.unknown");
  const known = findUserIdByEmail(ctx, email);
  if (known && known === ctx.actor?.userId) throw new DomainError("agencies.notYourself", { kind: "forbidden" });
  const role = known && findMember(ctx, agencyId, known)?.role;
  if (known && role === "admin") return known;
  if (known && role === "writer") endMembership(ctx, agencyId, known);
  return inviteMember(ctx, { agencyId, email, name, role: "admin", unit });
}

/** Sends a letter back with a reason its author reads, who may hand in another. Refuses a letter answered before (409). */
export function refuseAppointment(ctx: Ctx, input: { appointmentId: AppointmentId; reason: string }): void {
  inTransaction(ctx, () => {
    authorize(mayDecideAppointment(ctx.actor));
    const letter = getAppointmentRow(ctx, input.appointmentId);
    const status = rules.afterStep(letter.status, "refuse");
    const reason = input.reason.trim();
    store.updateAppointment(ctx, letter, { ...decided(ctx), status, reason });
    record(ctx, letter, "agencies.refuseAppointment", { agency: letter.agencyId });
    write(ctx, letter, "appointmentRefused", { reason, link: `${ctx.baseUrl}/agencies/access` });
  });
}

/**
 * Ends letters on which time has run out, at most fifty at once, and says how many. With a term ends the person's membership as
 * local admin, even the last one of the agency, unless another verified letter carries it. Only the system does.
 */
export function expireAppointments(ctx: Ctx): number {
  return inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    const over = store.findOverdue(ctx, 50).filter((letter) => rules.isOver(letter, { now: ctx.now, zone: getAgency(ctx, letter.agencyId).zone }));
    for (const letter of over) expire(ctx, letter);
    return over.length;
  });
}

function expire(ctx: Ctx, letter: Appointment): void {
  const { agencyId, userId } = letter;
  store.updateAppointment(ctx, letter, { status: rules.afterStep(letter.status, "expire") });
  const isAdmin = userId !== null && findMember(ctx, agencyId, userId)?.role === "admin";
  const ended = isAdmin && !store.hasOtherTerm(ctx, letter) && endMembership(ctx, agencyId, userId);
  record(ctx, letter, "agencies.expireAppointment", { agency: agencyId, ended: ended ? 1 : 0 });
  if (letter.status === "asked" || ended) write(ctx, letter, letter.status === "asked" ? "appointmentLapsed" : "appointmentEnded", { link: `${ctx.baseUrl}/agencies/access` });
}

/** Notes that the file of a letter was taken away; its hash stays in the log. Only the system does; the act `removeLetters` asked all rooms. */
export function forgetLetter(ctx: Ctx, input: { appointmentId: AppointmentId }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    const letter = store.findAppointment(ctx, input.appointmentId);
    if (!letter || letter.sha256 === "" || rules.isFileNeeded(letter, ctx.now)) throw new DomainError("agencies.appointmentDecided", { kind: "conflict" });
    store.updateAppointment(ctx, letter, { sha256: "" });
    record(ctx, letter, "agencies.forgetLetter", { agency: letter.agencyId, file: letter.sha256 });
  });
}

/** Notes which warning of its end a term was given, once. Only the system does; the act `warnOfTerms` writes it. */
export function noteWarning(ctx: Ctx, { letter, days }: { letter: Pick<Appointment, "id" | "status" | "agencyId">; days: number }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    store.updateAppointment(ctx, letter, { warnedDays: days });
    record(ctx, letter, "agencies.warnOfTerm", { agency: letter.agencyId, days });
  });
}

const decided = (ctx: Ctx) => ({ decidedBy: (ctx.actor as Actor).userId, decidedAt: ctx.now });

type Template = "appointmentAsked" | "appointmentVerified" | "appointmentRefused" | "appointmentLapsed" | "appointmentEnded";

function write(ctx: Ctx, letter: Appointment, template: Template, facts: Record<string, string> = {}): void {
  const { id, email: recipient, locale, name, agencyId } = letter;
  const params = { name, agency: getAgency(ctx, agencyId).name, ...facts };
  queueMail(ctx, { dedupeKey: `${template}:${id}`, recipient, locale, template, params });
}

function record(ctx: Ctx, { id }: Pick<Appointment, "id">, action: string, data: Record<string, string | number>): void {
  recordAudit(ctx, { action, subject: { kind: "appointment", id }, data });
}
