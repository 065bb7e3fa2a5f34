import { recordAudit } from "#app/features/audit/operations.server.ts";
import { gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import { definitionInput } from "#app/features/competitions/definition/inputs.ts";
import type { Definition, Quota } from "#app/features/competitions/definition/types.ts";
import { controlsOf } from "#app/features/competitions/editing/controls/rules.ts";
import { awaitedOptions } from "#app/features/competitions/editing/items/rules.ts";
import { addressOf, isPlace, pathOf, valueOf, withValueAt } from "#app/features/competitions/editing/places/rules.ts";
import { factsFor, lastChangeOf } from "#app/features/competitions/editing/queries.server.ts";
import { readControl } from "#app/features/competitions/editing/reading/rules.ts";
import { areRaised, isRaised, keepsAll, mayChangeNow, type Permission, permissionFor } from "#app/features/competitions/editing/rules.ts";
import { insertChanges } from "#app/features/competitions/editing/store.server.ts";
import type { Control, Place } from "#app/features/competitions/editing/types.ts";
import { itemOf, whatOf, wordsOfValue } from "#app/features/competitions/editing/words/rules.ts";
import { getOrganised } from "#app/features/competitions/queries.server.ts";
import { updateEdition } from "#app/features/competitions/store.server.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { canonicalJson, type Json } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError, type FieldFault, InvalidInput, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

/** Shortest reason of a change after opening, in characters: everybody reads it. */
const reasonLeast = 10;

export type Edit = {
  editionId: EditionId;
  place: Place;
  /** What the page held when it was opened, as digestOfPage gave it. */
  base: string;
  /** Names of the controls that were on the page: what was not there is not touched. */
  shown: readonly string[];
  typed: Readonly<Record<string, string | string[]>>;
  reason: string;
};

/** What two people would have to differ in to have edited the same page: the values of its controls. */
export const digestOfPage = (definition: Definition, place: Place, controls: readonly Control[]): string => {
  const item = itemOf(definition, place);
  return sha256Hex(canonicalJson(controls.map((control) => asJson(valueOf(item, control.path)))));
};

const asJson = (value: unknown): Json => (value ?? null) as Json;

/**
 * Writes the values of one page of the editor. Other pages may have been changed meanwhile: both stand. Refuses what cannot be
 * read beside its field; `competitions.partChanged` when somebody changed this page since `base`, with who and when; once open
 * `competitions.frozen` for what the table of permissions does not allow, `competitions.onlyRaised`, `competitions.onlyAdded`, `competitions.reasonMissing`
 * below ten characters, and any new gap or contradiction; `competitions.stillReferred` for an answer another question waits for.
 */
export function editRules(ctx: Ctx, edit: Edit): void {
  inTransaction(ctx, () => {
    const edition = getOrganised(ctx, edit.editionId);
    const { definition, revision } = edition;
    const controls = pageControls(ctx, edition, edit.place);
    checkBase(ctx, edition, edit, controls);
    const changed = readChanges(edition, edit, controls);
    if (changed.length === 0) return;
    const next = changed.reduce((rules, { path, value }) => withValueAt(rules, path, value), definition);
    checkShape(next, definition, edit.place);
    const reason = edition.status === "open" ? checkOpenChange(ctx, { edition, next, changed, reason: edit.reason }) : null;
    updateEdition(ctx, { id: edition.id, revision }, { definition: next });
    writeDown(ctx, { edition, next, place: edit.place, changed, reason });
  });
}

/** The controls of a page that exists; refuses `competitions.partUnknown`. */
function pageControls(ctx: Ctx, { definition }: Edition, place: Place): Control[] {
  if (!isPlace(definition, place)) throw notFound("competitions.partUnknown");
  return controlsOf(definition, place, factsFor(ctx, place.part, definition));
}

function checkBase(ctx: Ctx, { id, definition }: Edition, { base, place }: Edit, controls: readonly Control[]): void {
  if (digestOfPage(definition, place, controls) === base) return;
  const last = lastChangeOf(ctx, id, addressOf(place));
  const params = { name: last?.name ?? "–", time: { at: last?.changedAt ?? ctx.now, zone: definition.zone } };
  throw new DomainError("competitions.partChanged", { kind: "conflict", params });
}

export type Changed = { control: Control; path: string; before: unknown; value: unknown };

function readChanges({ definition }: Edition, { place, shown, typed }: Edit, controls: readonly Control[]): Changed[] {
  const own = pathOf(place);
  const faults: FieldFault[] = [];
  const read = controls
    .filter(({ path }) => shown.includes(path))
    .map((control): Changed => {
      const path = own === "" ? control.path : `${own}.${control.path}`;
      const before = valueOf(definition, path);
      const reading = readControl(control, typed, { zone: definition.zone, before });
      faults.push(...reading.faults);
      return { control, path, before, value: reading.value };
    });
  if (faults.length > 0) throw new InvalidInput(faults, typed);
  return read.filter(({ before, value }) => canonicalJson(asJson(before)) !== canonicalJson(asJson(value)));
}

/** A definition that could not be read again is a fault of the program; an answer that is awaited is one of the page. */
function checkShape(next: Definition, before: Definition, place: Place): void {
  definitionInput.parse(next);
  if (place.part !== "fields" || place.item === undefined) return;
  const [awaiting] = awaitedOptions(before, next, place.item);
  if (awaiting) throw new InvalidInput([{ path: "options.0.name.id", code: "errors.competitions.optionAwaited", params: { name: awaiting } }]);
}

type OpenChange = { edition: Edition; next: Definition; changed: readonly Changed[]; reason: string };

/** What a change of an open edition has to keep to. Returns its reason. */
function checkOpenChange(ctx: Ctx, { edition, next, changed, reason }: OpenChange): string {
  const { definition, status } = edition;
  for (const { path, control, before, value } of changed) {
    // By the rules as they were and as they would be: what a list newly counts may have been marked already.
    if (![definition, next].every((rules) => mayChangeNow(rules, path, { status, now: ctx.now }))) throw new DomainError("competitions.ruleFrozen", { kind: "conflict", params: { rule: control.label } });
    checkOnly(permissionFor(path)?.only, { control, before, value });
    checkPast(ctx, control, value);
  }
  const [fault] = validateDefinition(next);
  if (fault || gaps(next).length > 0) throw new DomainError("competitions.openUnfit");
  const given = reason.trim();
  if (given.length < reasonLeast) throw new InvalidInput([{ path: "reason", code: "tooShort", params: { minimum: reasonLeast } }]);
  return given;
}

function checkOnly(only: Permission["only"], { control, before, value }: Omit<Changed, "path">): void {
  const params = { rule: control.label };
  if (only === "raise" && !raised(before, value)) throw new DomainError("competitions.onlyRaised", { params });
  if (only === "keep" && !keepsAll((before ?? []) as { key: string }[], (value ?? []) as { key: string }[])) throw new DomainError("competitions.onlyAdded", { params });
}

/** A stage that has not begun may begin later, or earlier, but not in the past. */
function checkPast(ctx: Ctx, control: Control, value: unknown): void {
  if (control.kind !== "number" || control.unit !== "instant" || typeof value !== "number" || value >= ctx.now) return;
  throw new InvalidInput([{ path: control.path, code: "errors.competitions.windowPast", params: {} }]);
}

const raised = (before: unknown, value: unknown): boolean =>
  Array.isArray(value) ? areRaised(before as Quota[], value as Quota[]) : isRaised(before as number | null, value as number | null);

type Written = { edition: Edition; next: Definition; place: Place; changed: readonly Changed[]; reason: string | null };

/** Every value in words of both languages, and all of it in the audit. */
function writeDown(ctx: Ctx, { edition, next, place, changed, reason }: Written): void {
  const { id: editionId, revision, definition } = edition;
  const { userId } = ctx.actor as Actor;
  const at = { editionId, revision, page: addressOf(place), reason, changedBy: userId, changedAt: ctx.now };
  const rows = changed.map(({ control, path, before, value }, position) => ({
    ...at,
    ...{ position, path, what: whatOf(next, place, control.label) },
    before: wordsOfValue(control, before, definition.zone),
    after: wordsOfValue(control, value, next.zone),
  }));
  insertChanges(ctx, rows);
  recordAudit(ctx, {
    action: "competitions.editRules",
    subject: { kind: "edition", id: editionId },
    editionId,
    data: {
      page: at.page,
      reason,
      changes: changed.map(({ path, before, value }) => ({ path, before: asJson(before), after: asJson(value) })),
      definition: sha256Hex(canonicalJson(next)),
    },
  });
}
