import type { Collision } from "#app/features/proposals/drafting/types.ts";
import { type EditorPage, getEditorPage } from "#app/features/proposals/form/queries.server.ts";
import { identitySection, readSectionForm } from "#app/features/proposals/form/rules.ts";
import { identityInput } from "#app/features/proposals/inputs.ts";
import { saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import type { SaveAnswer } from "#app/features/proposals/components/section-form.tsx";
import type { Identity, ProposalId } from "#app/features/proposals/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import type { Ctx } from "#app/lib/ctx.ts";

type Place = { proposalId: ProposalId; section: string };

/** Saves one section of the editor as its form sent it. Faults are thrown; what somebody else wrote meanwhile is answered. */
export function saveSection(ctx: Ctx, place: Place, form: FormData): SaveAnswer {
  const saved = place.section === identitySection ? saveIdentityForm(ctx, place.proposalId, form) : saveAnswersForm(ctx, place, form);
  return saved.collisions?.length ? { ...saved, ok: false, message: collisionWords(ctx, place, saved.collisions) } : saved;
}

function saveAnswersForm(ctx: Ctx, { proposalId }: Place, form: FormData): SaveAnswer {
  return { ok: true, ...saveAnswers(ctx, { proposalId, ...readSectionForm([...form]) }) };
}

/** Names of the form that are none of the identity's. */
const around = /^(then|owner|was:.*)$/;

function saveIdentityForm(ctx: Ctx, proposalId: ProposalId, form: FormData): SaveAnswer {
  const own = new FormData();
  for (const [name, value] of form) if (!around.test(name)) own.append(name, value);
  const { revision, identity, collisions } = saveIdentity(ctx, { proposalId, ...parseForm(own, identityInput), was: shownIdentity(form) });
  return { ok: true, savedAt: ctx.now, revisions: { revision }, identity, collisions: collisions.map((one) => asCollision(ctx, one, revision)) };
}

function shownIdentity(form: FormData): Identity | undefined {
  if (!form.has("was:title")) return undefined;
  const text = (part: keyof Identity): string => {
    const value = form.get(`was:${part}`);
    return typeof value === "string" ? value : "";
  };
  return {
    ...{ title: text("title"), groupKey: text("groupKey"), categoryKey: text("categoryKey") },
    ...{ unit: text("unit"), innovator: text("innovator"), startedOn: text("startedOn") || null },
  };
}

const asCollision = (ctx: Ctx, { part, theirs }: { part: string; theirs: string }, revision: number): Collision => ({
  fieldKey: part,
  base: null,
  standing: { value: theirs, revision, at: ctx.now, by: "" },
});

function collisionWords(ctx: Ctx, { proposalId, section }: Place, collisions: Collision[]): string {
  const t = translators[ctx.locale];
  if (section === identitySection) return t("errors.proposals.stale");
  const fields = getEditorPage(ctx, proposalId).sections.flatMap((one) => one.fields);
  const labels = collisions.map(({ fieldKey }) => fields.find(({ key }) => key === fieldKey)?.label ?? { id: fieldKey, en: fieldKey });
  return t("errors.proposals.staleAnswer", { label: labels.map((label) => inLocale(ctx.locale, label)).join(", ") });
}

/** How far the draft is after a save: what the list of sections and the list of faults show, and the questions of this section. */
export function progressOf(ctx: Ctx, { proposalId, section }: Place): Pick<EditorPage, "sections" | "faults"> {
  const { sections, faults } = getEditorPage(ctx, proposalId);
  return { faults, sections: sections.map((one) => (one.key === section ? one : { ...one, fields: [] })) };
}
