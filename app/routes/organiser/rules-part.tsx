import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PartPage } from "#app/features/competitions/components/editor/part-page.tsx";
import { controlsOf } from "#app/features/competitions/editing/controls/rules.ts";
import { digestOfPage, editRules } from "#app/features/competitions/editing/operations.server.ts";
import { addressOf, isPlace, nameOf, pathOf, titleOf, valueOf } from "#app/features/competitions/editing/places/rules.ts";
import { factsFor } from "#app/features/competitions/editing/queries.server.ts";
import { readControl, toForm } from "#app/features/competitions/editing/reading/rules.ts";
import { mayChangeNow } from "#app/features/competitions/editing/rules.ts";
import { itemsOf } from "#app/features/competitions/editing/items/rules.ts";
import { type Collection, collections, type Place } from "#app/features/competitions/editing/types.ts";
import { wordsOfValue } from "#app/features/competitions/editing/words/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { formValues, type FormValues } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { useRoot } from "#app/root.tsx";
import { messageOf, redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { editionFrame, timelineStages } from "#app/routes/edition-frame.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { errorsOf, type Todo, todosOf } from "#app/routes/organiser/rules-todo.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "editor.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const place = placeOfParams(edition, params);
    return pageOf(ctx, edition, place);
  });
}

function placeOfParams({ definition }: Edition, { part, item, criterion }: LoaderFunctionArgs["params"]): Place {
  const place = { part, ...(item === undefined ? {} : { item }), ...(criterion === undefined ? {} : { criterion }) };
  if (!isPlace(definition, place)) throw notFound("competitions.partUnknown");
  return place;
}

/** Everything the page of a part shows: its controls with what is stored, what is frozen, what stands in the way, its things. */
function pageOf(ctx: Ctx, edition: Edition, place: Place) {
  const { definition, status } = edition;
  const todos = todosOf(ctx, definition);
  const all = controlsOf(definition, place, factsFor(ctx, place.part, definition));
  const own = pathOf(place);
  const permitted = (path: string) => mayChangeNow(definition, own === "" ? path : `${own}.${path}`, { status, now: ctx.now });
  const item = valueOf(definition, own);
  const controls = all.filter(({ path }) => permitted(path));
  return {
    ...{ place, status, controls, base: digestOfPage(definition, place, all), zone: definition.zone },
    root: `${editionPath(edition)}/rules`,
    title: titleOf(definition, place),
    values: Object.fromEntries(controls.map((control) => [control.path, toForm(control.codec, valueOf(item, control.path))])),
    frozen: all.filter(({ path, onlyFor }) => !permitted(path) && isAskedOf(item, onlyFor)).map((control) => ({ label: control.label, value: wordsOfValue(control, valueOf(item, control.path), definition.zone) })),
    faults: errorsOf(todos, addressOf(place), all),
    loose: todos.filter((todo) => todo.address === addressOf(place) && !all.some(({ path }) => todo.control === path || todo.control.startsWith(`${path}.`))).map(({ words }) => words),
    list: listOf(ctx, edition, place, todos),
    timeline: place.part === "stages" ? timelineStages(ctx.locale, editionFrame(edition)) : [],
    hasInterview: definition.interview !== null,
    template: place.part === "fields" && place.item !== undefined ? (definition.fields.find(({ key }) => key === place.item)?.template ?? null) : null,
    now: ctx.now,
  };
}

/** Whether a control belongs to a thing of this kind: a letter has no limit of words to be shown as frozen. */
const isAskedOf = (item: unknown, onlyFor: readonly string[] | undefined): boolean =>
  onlyFor === undefined || typeof item !== "object" || item === null || !("kind" in item) || onlyFor.includes(String(item.kind));

export type PartView = ReturnType<typeof pageOf>;

/** The things below a page: those of a part, or the criteria of a score sheet. */
function listOf(ctx: Ctx, { definition }: Edition, place: Place, todos: readonly Todo[]) {
  const isPart = place.item === undefined && (collections as readonly string[]).includes(place.part);
  if (!isPart && !(place.part === "rubrics" && place.criterion === undefined)) return null;
  const collection: Collection = isPart ? (place.part as Collection) : "criteria";
  const items = itemsOf(definition, { collection, sheet: place.item }).map((item) => {
    const key = nameOf(item) ?? "";
    const own: Place = isPart ? { part: place.part, item: key } : { ...place, criterion: key };
    const address = addressOf(own);
    const title = titleOf(definition, own);
    return { key, address, name: title ? inLocale(ctx.locale, title) : key, kind: typeof item.kind === "string" ? item.kind : null, weightBp: (item.weightBp ?? null) as number | null, todo: todos.filter((todo) => todo.address === address || todo.address.startsWith(`${address}/`)).length };
  });
  return { collection, sheet: place.item, items };
}

/** What two people wrote, value by value, where one saved while the other was writing. */
export type Collision = { base: string; rows: { label: { id: string; en: string }; stored: { id: string; en: string }; typed: { id: string; en: string } }[] };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm<unknown>(ctx, request, (form) => {
    const edition = organisedEdition(ctx, params);
    const place = placeOfParams(edition, params);
    const typed = formValues(form);
    const [base, reason] = [textOf(form, "base"), textOf(form, "reason")];
    try {
      editRules(ctx, { editionId: edition.id, place, base, reason, typed, shown: form.getAll("shown").map(String) });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "competitions.partChanged") throw error;
      return data({ ok: false, message: messageOf(ctx, error), errors: {}, values: typed, collision: collisionOf(ctx, edition, place, typed) }, { status: 409 });
    }
    const part = translators[ctx.locale](`editor.parts.${place.part}`);
    return redirectWithToast(`${editionPath(edition)}/rules/edit/${addressOf(place)}`, translators[ctx.locale]("editor.saved", { part }));
  });
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

function collisionOf(ctx: Ctx, { definition }: Edition, place: Place, typed: FormValues): Collision {
  const controls = controlsOf(definition, place, factsFor(ctx, place.part, definition));
  const item = valueOf(definition, pathOf(place));
  const rows = controls.flatMap((control) => {
    const before = valueOf(item, control.path);
    const read = readControl(control, typed, { zone: definition.zone, before });
    if (read.faults.length > 0 || JSON.stringify(read.value) === JSON.stringify(before)) return [];
    return [{ label: control.label, stored: wordsOfValue(control, before, definition.zone), typed: wordsOfValue(control, read.value, definition.zone) }];
  });
  return { base: digestOfPage(definition, place, controls), rows };
}

export default function RulesPart() {
  const page = useLoaderData<typeof loader>();
  const answer: { collision?: Collision } | undefined = useActionData();
  const state = useFormState();
  const owner = useRoot()?.person?.email;
  return <PartPage state={state} owner={owner} key={`${page.root}/${addressOf(page.place)} ${page.base}`} page={page} collision={answer?.collision} />;
}
