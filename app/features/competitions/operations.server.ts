import { inviteAccount } from "#app/features/accounts/operations.server.ts";
import { addressOf, findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { normalizeEmail } from "#app/features/accounts/rules.ts";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { fillGap, gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { hasSeat, mayCreateEdition, mayOrganise } from "#app/features/competitions/policy.ts";
import { getPreset, presets } from "#app/features/competitions/presets/registry.ts";
import { getOrganised, listSeats } from "#app/features/competitions/queries.server.ts";
import {
  checkClosure,
  checkOpening,
  checkSeatRemoval,
  fillableGaps,
  nameForYear,
  readGapValues,
  seatAgainst,
} from "#app/features/competitions/rules.ts";
import * as store from "#app/features/competitions/store.server.ts";
import type { Edition, EditionId, SeatId, SeatRole } from "#app/features/competitions/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Makes a draft edition from a preset, copied whole: a later change of the preset changes no edition. Whoever makes it gets
 * the organiser's seat. Refuses `competitions.presetUnknown` and `competitions.slugTaken`.
 */
export function createEdition(
  ctx: Ctx,
  input: { presetKey: string; name?: Words; year: number; slug: string; rehearsal: boolean },
): EditionId {
  const preset = getPreset(input.presetKey);
  const { definition } = preset;
  const name = input.name ?? nameForYear(definition.name, definition.year, input.year);
  return createEditionFrom(ctx, {
    definition: { ...definition, name, year: input.year },
    presetKey: preset.key,
    slug: input.slug,
    rehearsal: input.rehearsal,
  });
}

/** As createEdition, from a definition at hand: for rehearsals that fill every gap themselves. */
export function createEditionFrom(
  ctx: Ctx,
  input: { definition: Definition; presetKey: string | null; slug: string; rehearsal: boolean },
): EditionId {
  return inTransaction(ctx, () => {
    authorize(mayCreateEdition(ctx.actor));
    const actor = ctx.actor as Actor;
    const id = ctx.newId("edition");
    const { presetKey, slug, rehearsal } = input;
    const fresh = { status: "draft", revision: 1, lastNumber: 0, tieSeed: 0, openedAt: null } as const;
    store.insertEdition(ctx, { ...input, ...fresh, id, createdBy: actor.userId, createdAt: ctx.now });
    takeSeat(ctx, { editionId: id, userId: actor.userId, role: "organiser", organisation: input.definition.organiser.id });
    recordAudit(ctx, {
      action: "competitions.create",
      subject: { kind: "edition", id },
      editionId: id,
      data: { presetKey, slug, rehearsal, definition: digestOf(input.definition) },
    });
    return id;
  });
}

const digestOf = (definition: Definition): string => sha256Hex(canonicalJson(definition));

/**
 * Writes values into a draft, as typed by a person: `values` maps a gap's path to its text, empty text makes it unknown
 * again. Refuses faults beside their fields, `competitions.frozen` once open and `competitions.stale` on an older revision.
 */
export function fillGaps(
  ctx: Ctx,
  input: { editionId: EditionId; revision: number; values: Readonly<Record<string, string>> },
): void {
  inTransaction(ctx, () => {
    const { definition, presetKey } = loadDraft(ctx, input);
    const preset = presets.find(({ key }) => key === presetKey);
    const fillable = fillableGaps(definition, preset?.definition ?? null);
    const read = readGapValues(fillable, input.values, definition.zone);
    const filled = read.reduce((next, { path, value }) => fillGap(next, path, value), definition);
    store.updateEdition(ctx, { id: input.editionId, revision: input.revision }, { definition: filled });
    recordAudit(ctx, {
      action: "competitions.fillGaps",
      subject: { kind: "edition", id: input.editionId },
      editionId: input.editionId,
      data: { values: Object.fromEntries(read.map(({ path, value }) => [path, value])), definition: digestOf(filled) },
    });
  });
}

/** The draft as its form knew it. */
function loadDraft(ctx: Ctx, input: { editionId: EditionId; revision: number }): Edition {
  const edition = getOrganised(ctx, input.editionId);
  if (edition.status !== "draft") throw new DomainError("competitions.frozen", { kind: "conflict" });
  if (edition.revision !== input.revision) throw new DomainError("competitions.stale", { kind: "conflict" });
  return edition;
}

/**
 * Opens a draft: from now on its rules are frozen and agencies see it. Refuses `competitions.gapsLeft` and
 * `competitions.faultsLeft` with their number, and `competitions.registrationOver`. The rules are signed with the log; the seed of
 * the last tie rule is drawn later (`bindEdition`), when no entry can be made to fit it any more.
 */
export function openEdition(ctx: Ctx, input: { editionId: EditionId; revision: number }): void {
  inTransaction(ctx, () => {
    const { definition } = loadDraft(ctx, input);
    const missing = gaps(definition).length;
    if (missing > 0) throw new DomainError("competitions.gapsLeft", { params: { count: missing } });
    const faults = validateDefinition(definition).length;
    if (faults > 0) throw new DomainError("competitions.faultsLeft", { params: { count: faults } });
    checkOpening(definition, ctx.now);
    const at = { id: input.editionId, revision: input.revision };
    store.updateEdition(ctx, at, { status: "open", openedAt: ctx.now });
    recordAudit(ctx, {
      action: "competitions.open",
      subject: { kind: "edition", id: input.editionId },
      editionId: input.editionId,
      data: { definition: digestOf(definition) },
    });
    signCheckpoint(ctx, { reason: "opened", editionId: input.editionId });
  });
}

/** Closes an edition after its last stage. Refuses `competitions.notOpen` and `competitions.stagesRunning`. */
export function closeEdition(ctx: Ctx, input: { editionId: EditionId }): void {
  inTransaction(ctx, () => {
    const { id, status, definition, revision } = getOrganised(ctx, input.editionId);
    if (status !== "open") throw new DomainError("competitions.notOpen", { kind: "conflict" });
    checkClosure(definition, ctx.now);
    store.updateEdition(ctx, { id, revision }, { status: "closed" });
    recordAudit(ctx, { action: "competitions.close", subject: { kind: "edition", id }, editionId: id });
  });
}

/**
 * Gives a person a seat in the edition and writes to them; an unknown address gets an account. A person may hold several
 * seats, each once (`competitions.seatTaken`), but none that judges beside one that admits, runs or audits, nor the signatory's
 * beside the secretariat's or the chair's (`competitions.seatsIncompatible`).
 */
export function seatPerson(
  ctx: Ctx,
  input: { editionId: EditionId; email: string; name: string; role: SeatRole; organisation: string },
): SeatId {
  return inTransaction(ctx, () => {
    const { id: editionId, definition } = getOrganised(ctx, input.editionId);
    const { email, name, role, organisation } = input;
    checkSeats(ctx, input);
    const place = placeOf(ctx, email, { role, edition: definition.name });
    const userId = inviteAccount(ctx, { email, name, grant: { kind: "seat", editionId, role }, place });
    const seatId = takeSeat(ctx, { editionId, userId, role, organisation });
    recordAudit(ctx, {
      action: "competitions.seat",
      subject: { kind: "seat", id: seatId },
      editionId,
      data: { userId, role, organisation },
    });
    return seatId;
  });
}

function checkSeats(ctx: Ctx, { editionId, email, role }: { editionId: EditionId; email: string; role: SeatRole }): void {
  const userId = findUserIdByEmail(ctx, normalizeEmail(email));
  if (!userId) return;
  const held = listSeats(ctx, editionId).flatMap((seat) => (seat.userId === userId ? [seat.role] : []));
  const against = seatAgainst(held, role);
  if (!against) return;
  const params = { held: roleName(against), role: roleName(role) };
  throw new DomainError("competitions.seatsIncompatible", { kind: "conflict", params });
}

const roleName = (role: SeatRole): Words => ({
  id: translators.id(`competitions.roles.${role}`),
  en: translators.en(`competitions.roles.${role}`),
});

function takeSeat(ctx: Ctx, seat: { editionId: EditionId; userId: Actor["userId"]; role: SeatRole; organisation: string }): SeatId {
  const id = ctx.newId("seat");
  store.insertSeat(ctx, { ...seat, id, createdAt: ctx.now, removedAt: null, removalReason: null });
  return id;
}

/** `Ketua panel, KIPP 2026`, in the language of whoever is written to. */
function placeOf(ctx: Ctx, email: string, place: { role: SeatRole; edition: Words }): string {
  const known = findUserIdByEmail(ctx, email);
  const locale = (known && addressOf(ctx, known)?.locale) ?? "id";
  return `${translators[locale](`competitions.roles.${place.role}`)}, ${inLocale(locale, place.edition)}`;
}

/**
 * Ends a seat; the row stays as history. Refuses `competitions.seatUnknown`, also for whoever has no seat in the edition, and
 * `competitions.lastOrganiser`. What the person still had to read is ended by the act `removeSeatAndReadings`.
 */
export function removeSeat(ctx: Ctx, input: { seatId: SeatId; reason?: string }): void {
  inTransaction(ctx, () => {
    const seat = store.findSeat(ctx, input.seatId);
    if (!seat || !hasSeat(ctx.actor, seat.editionId)) throw notFound("competitions.seatUnknown");
    authorize(mayOrganise(ctx.actor, seat.editionId));
    checkSeatRemoval(seat, listSeats(ctx, seat.editionId, "organiser").length);
    if (!store.endSeat(ctx, seat.id, input.reason ?? "")) throw notFound("competitions.seatUnknown");
    const { editionId, userId, role } = seat;
    recordAudit(ctx, { action: "competitions.unseat", subject: { kind: "seat", id: seat.id }, editionId, data: { userId, role, reason: input.reason ?? "" } });
  });
}

/**
 * The next running number of an edition, inside the caller's transaction: when that rolls back, the number was never given,
 * so numbers have no gaps.
 */
export function issueNumber(ctx: Ctx, editionId: EditionId): number {
  if (!ctx.db.$client.inTransaction) throw new Error("a number belongs to the transaction of its submission");
  const number = store.nextNumber(ctx, editionId);
  if (number === undefined) throw notFound("competitions.editionUnknown");
  return number;
}
