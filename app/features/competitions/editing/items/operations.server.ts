import { recordAudit } from "#app/features/audit/operations.server.ts";
import { definitionInput } from "#app/features/competitions/definition/inputs.ts";
import type { Definition, TemplateFile, Words } from "#app/features/competitions/definition/types.ts";
import {
  itemsOf,
  type NewItem,
  type Place,
  referrersOf,
  withCopy,
  withMoved,
  withNewItem,
  withoutItem,
} from "#app/features/competitions/editing/items/rules.ts";
import { nameOf, withValueAt } from "#app/features/competitions/editing/places/rules.ts";
import { getOrganised } from "#app/features/competitions/queries.server.ts";
import { updateEdition } from "#app/features/competitions/store.server.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

type At = { editionId: EditionId; place: Place };

/** Adds a thing to a list of a draft; its key is made from its name and answered. Refuses `competitions.frozen` once open. */
export function addRule(ctx: Ctx, input: At & NewItem): string {
  return inTransaction(ctx, () => {
    const edition = loadDraft(ctx, input.editionId);
    const isSheet = input.place.collection === "rubrics";
    if (isSheet && itemsOf(edition.definition, input.place).some((item) => nameOf(item) === input.kind)) throw new DomainError("competitions.sheetTwice", { kind: "conflict" });
    const { definition, key } = withNewItem(edition.definition, input.place, input);
    write(ctx, edition, { definition, act: "addRule", place: input.place, key });
    return key;
  });
}

/** Puts a copy of a thing right behind it and answers its key. */
export function copyRule(ctx: Ctx, input: At & { key: string }): string {
  return inTransaction(ctx, () => {
    const edition = loadDraft(ctx, input.editionId);
    const { definition, key } = withCopy(edition.definition, input.place, input.key, nameOfCopy);
    write(ctx, edition, { definition, act: "copyRule", place: input.place, key });
    return key;
  });
}

const nameOfCopy = ({ id, en }: Words): Words => ({ id: `${id} (salinan)`, en: en === "" ? "" : `${en} (copy)` });

/** Moves a thing one place up (-1) or down (1) in its list. */
export function moveRule(ctx: Ctx, input: At & { key: string; by: 1 | -1 }): void {
  inTransaction(ctx, () => {
    const edition = loadDraft(ctx, input.editionId);
    const definition = withMoved(edition.definition, input.place, input.key, input.by);
    if (definition !== edition.definition) write(ctx, edition, { definition, act: "moveRule", place: input.place, key: input.key });
  });
}

/** Takes a thing out of a draft. Refuses `competitions.stillReferred`, naming what refers to it. */
export function removeRule(ctx: Ctx, input: At & { key: string }): void {
  inTransaction(ctx, () => {
    const edition = loadDraft(ctx, input.editionId);
    const referrers = referrersOf(edition.definition, input.place, input.key);
    if (referrers.length > 0) throw new DomainError("competitions.stillReferred", { kind: "conflict", params: { by: joined(referrers) } });
    const definition = withoutItem(edition.definition, input.place, input.key);
    write(ctx, edition, { definition, act: "removeRule", place: input.place, key: input.key });
  });
}

const joined = (names: readonly Words[]): Words => ({
  id: names.map((name) => `«${name.id}»`).join(", "),
  en: names.map((name) => `“${name.en || name.id}”`).join(", "),
});

/** Gives a draft rules of interviews to fill, or takes them away. */
export function chooseInterviews(ctx: Ctx, input: { editionId: EditionId; used: boolean }): void {
  inTransaction(ctx, () => {
    const edition = loadDraft(ctx, input.editionId);
    const blank = { presentationMinutes: null, questionMinutes: null, bufferMinutes: 0, perDay: null, hours: [], confirmHoursBefore: null };
    const interview = input.used ? (edition.definition.interview ?? blank) : null;
    write(ctx, edition, { definition: { ...edition.definition, interview }, act: "chooseInterviews", place: null, key: input.used ? "yes" : "no" });
  });
}

/**
 * Puts the letter to sign, already kept in the file store, at a question of kind statement, or takes it away. Refuses
 * `competitions.partUnknown` for any other question.
 */
export function setTemplate(ctx: Ctx, input: { editionId: EditionId; field: string; template: TemplateFile | null }): void {
  inTransaction(ctx, () => {
    const edition = loadDraft(ctx, input.editionId);
    const field = edition.definition.fields.find(({ key }) => key === input.field);
    if (field?.kind !== "statement") throw notFound("competitions.partUnknown");
    const definition = withValueAt(edition.definition, `fields.${input.field}.template`, input.template);
    write(ctx, edition, { definition, act: "setTemplate", place: { collection: "fields" }, key: input.field });
  });
}

function loadDraft(ctx: Ctx, editionId: EditionId): Edition {
  const edition = getOrganised(ctx, editionId);
  if (edition.status !== "draft") throw new DomainError("competitions.frozen", { kind: "conflict" });
  return edition;
}

type Act = { definition: Definition; act: string; place: Place | null; key: string };

function write(ctx: Ctx, { id, revision }: Edition, { definition, act, place, key }: Act): void {
  definitionInput.parse(definition);
  updateEdition(ctx, { id, revision }, { definition });
  recordAudit(ctx, {
    action: `competitions.${act}`,
    subject: { kind: "edition", id },
    editionId: id,
    data: { list: place?.collection ?? null, sheet: place?.sheet ?? null, key, definition: sha256Hex(canonicalJson(definition)) },
  });
}
