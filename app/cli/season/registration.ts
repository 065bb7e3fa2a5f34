import { rehearsalFile } from "#app/cli/season/attachment.ts";
import { type AgencyPeople, peopleOf } from "#app/cli/season/cast.ts";
import type { PlannedDraft } from "#app/cli/season/plan.ts";
import type { LivingDraft, Season, Stopwatch } from "#app/cli/season/season.ts";
import { inventAnswers } from "#app/cli/season/texts.ts";
import { inBatches, instantIn } from "#app/cli/season/world.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import { groupOf, isFileQuestion, registrationStage } from "#app/features/competitions/rules.ts";
import { attachFile } from "#app/features/proposals/attachments/operations.server.ts";
import type { KeptFile } from "#app/features/proposals/attachments/types.ts";
import { askedFields } from "#app/features/proposals/form/rules.ts";
import { inviteEntry } from "#app/features/proposals/invitations/operations.server.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { handOver, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** One of so many answers is supported by a PDF. */
const evidenceShare = 0.12;

/** Drafts fill the first half of the registration window. */
export function writeDrafts(season: Season, plan: readonly PlannedDraft[], watch: Stopwatch): void {
  const { world, organiser } = season;
  const { opensAt, half } = windowOf(season);
  const people = new Map<AgencyId, AgencyPeople>();
  const file = rehearsalFile();
  const stage = { key: "drafts", name: watch.t("cli.season.stages.drafts"), total: plan.length };
  watch.run(stage, (done) => {
    const write = (draft: PlannedDraft, index: number): void => {
      const now = instantIn(opensAt, half, index, plan.length);
      const known = people.get(draft.agency.id) ?? peopleOf(world, draft.agency, { organiser, now });
      people.set(draft.agency.id, known);
      season.drafts.push(writeDraft(season, draft, { people: known, now, file }));
    };
    inBatches(world, plan, write, done);
  });
}

/** Whoever hands over does so in the second half, most on the last days; the admin submits on the same day. */
export function submitDrafts(season: Season, watch: Stopwatch): void {
  const { world } = season;
  const { half, closesAt } = windowOf(season);
  const leaving = season.drafts.filter(({ fate }) => fate !== "left");
  const stage = { key: "submission", name: watch.t("cli.season.stages.submission"), total: leaving.length };
  watch.run(stage, (done) => {
    const submit = (draft: LivingDraft, index: number): void => {
      // The root crowds them towards the end of the window, as in every real year.
      const share = Math.sqrt((index + 0.5) / leaving.length);
      const now = half + Math.floor((closesAt - half - 1) * share);
      handOver(world.as(draft.people.writer, now), { proposalId: draft.id });
      if (draft.fate === "submitted") submitProposal(world.as(draft.people.admin, now), { proposalId: draft.id, accepted: true });
    };
    inBatches(world, leaving, submit, done);
  });
}

function windowOf({ definition, until }: Season): { opensAt: number; half: number; closesAt: number } {
  const stage = registrationStage(definition);
  if (stage.opensAt === null || stage.closesAt === null) throw new Error("the rehearsal has no registration window");
  const closesAt = Math.min(stage.closesAt, until);
  return { opensAt: stage.opensAt, half: Math.floor((stage.opensAt + closesAt) / 2), closesAt };
}

type Writing = { people: AgencyPeople; now: number; file: KeptFile };

function writeDraft(season: Season, draft: PlannedDraft, { people, now, file }: Writing): LivingDraft {
  const { world, editionId, definition } = season;
  const { title, unit, innovator, startedOn, groupKey, categoryKey, agency } = draft;
  const { byInvitation } = groupOf(definition, groupKey);
  const author = byInvitation ? people.admin : people.writer;
  const ctx = world.as(author, now);
  const places = { editionId, agencyId: agency.id, groupKey, categoryKey };
  if (byInvitation) invite(season, draft, now);
  const id = createProposal(ctx, { ...places, title, unit, innovator, startedOn });
  const answers = inventAnswers(definition, groupKey, world.random);
  if (draft.fate === "left") saveAnswers(ctx, { proposalId: id, answers: firstHalf(answers) });
  else {
    saveAnswers(ctx, { proposalId: id, answers });
    attachFiles(ctx, season, { id, groupKey, answers, file });
  }
  return { ...draft, id, people };
}

/** The award an invitation rests on is as invented as its innovation. */
function invite({ world, editionId, organiser }: Season, { agency, groupKey, title }: PlannedDraft, now: number): void {
  const rest = { awardId: null, reference: `Penghargaan terdahulu: ${title}`, note: "" };
  inviteEntry(world.as(organiser, now), { editionId, agencyId: agency.id, groupKey, ...rest });
}

/** A draft that was never finished: its first answers only. */
function firstHalf(answers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(answers);
  return Object.fromEntries(entries.slice(0, Math.ceil(entries.length / 2)));
}

type Attaching = { id: LivingDraft["id"]; groupKey: string; answers: Record<string, string>; file: KeptFile };

function attachFiles(ctx: Ctx, { world, definition }: Season, { id, groupKey, answers, file }: Attaching): void {
  for (const field of askedFields(definition, groupKey, answers)) {
    const isDemanded = isFileQuestion(field) && field.required;
    const isOffered = field.evidence && world.random() < evidenceShare;
    if (!isDemanded && !isOffered) continue;
    attachFile(ctx, { proposalId: id, fieldKey: field.key, fileName: `${field.key}-latihan.pdf`, file });
  }
}

