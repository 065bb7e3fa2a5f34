import { gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { boundModel } from "#app/features/competitions/commitments/queries.server.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import { inputsText, withoutTraces } from "#app/features/ranking/bundle/rules.ts";
import type { Change, InputEntry, InputStage } from "#app/features/ranking/bundle/types.ts";
import { partsOf } from "#app/features/ranking/competing/rules.ts";
import { listCompeting } from "#app/features/ranking/competing/queries.server.ts";
import { listStageMarks, listStageSheets, withAgencyCodes } from "#app/features/ranking/computing/queries.server.ts";
import { drawsFor } from "#app/features/ranking/composition/rules.ts";
import { assessorName, entryName } from "#app/features/ranking/computing/rules.ts";
import { pseudonymsOf } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { countedStages } from "#app/features/ranking/rules.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { agreedMarks } from "#app/features/scoring/agreement/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { rankingInputs, rankingOrigins } from "#db/schema/list-records.ts";
import { proposals } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

/** What a version of a list is computed from, as text, under pseudonyms. For the computation, which has authorised. */
export function gatherInputs(ctx: Ctx, { edition, award }: { edition: Edition; award: AwardList }): string {
  const { definition, tieSeed } = edition;
  const competing = listCompeting(ctx, edition, award);
  return inputsText({
    ...{ format: "anugerah-inputs/1", model: boundModel(ctx, edition.id), listKey: award.key, rules: definition, seed: tieSeed, draws: drawsFor(competing.length) },
    stages: stagesOf(ctx, edition, award),
    entries: entriesOf(ctx, { edition, award }, competing),
  });
}

function entriesOf(ctx: Ctx, { edition: { definition }, award }: { edition: Edition; award: AwardList }, competing: readonly Entry[]): InputEntry[] {
  const partOf = partsOf(withAgencyCodes(ctx, competing), definition);
  const named = competing.map(({ id, number, submittedAt }) => ({ number, submittedAt, parts: { ...partOf({ proposalId: id }) } }));
  return withoutTraces(named, award).sort((a, b) => a.number - b.number);
}

function stagesOf(ctx: Ctx, edition: Edition, award: AwardList): InputStage[] {
  const sheets = listStageSheets(ctx, edition.id, countedStages(edition.definition, award));
  const people = pseudonymsOf(ctx, edition.id);
  const marks = listStageMarks(ctx, edition.id, { stages: sheets, numbers: people, model: boundModel(ctx, edition.id) });
  const entryNumbers = numbersOf(ctx, edition);
  return sheets.map(({ rubric: { stage }, weightBp, sheets: locked }, index) => {
    const places = new Map((marks[index]?.marks ?? []).map(({ entry, assessor, stratum, panel }) => [`${entry} ${assessor}`, panel === undefined ? { stratum } : { stratum, panel }]));
    const named = locked.flatMap(({ proposalId, userId, marks: own }) => {
      const [entry, assessor] = [entryNumbers.get(proposalId), people.get(userId)];
      const place = entry === undefined || assessor === undefined ? undefined : places.get(`${entryName(entry)} ${assessorName(assessor)}`);
      return entry === undefined || assessor === undefined || place === undefined ? [] : [{ entry, assessor, ...place, marks: own }];
    });
    const agreed = [...agreedMarks(ctx, { editionId: edition.id, stage })].map(([proposalId, own]) => ({ entry: entryNumbers.get(proposalId) ?? 0, marks: own }));
    return {
      ...{ stage, weightBp, sheets: named.sort((a, b) => a.entry - b.entry || a.assessor - b.assessor) },
      agreed: agreed.filter(({ entry }) => entry > 0).sort((a, b) => a.entry - b.entry),
    };
  });
}

const numbersOf = (ctx: Ctx, { id }: Edition): Map<ProposalId, number> =>
  new Map(listEntries(ctx, { editionId: id, reach: ["passed", "finalist", "winner"] }).map((entry) => [entry.id, entry.number]));

/** The number of an entry, for operations that have authorised. */
export const numberOf = (ctx: Reach, proposalId: ProposalId): number =>
  ctx.db.select({ number: proposals.number }).from(proposals).where(eq(proposals.id, proposalId)).get()?.number ?? 0;

/** From what a version came, for operations that have authorised; undefined for one from before inputs were kept. */
export const findOrigin = (ctx: Reach, listId: ListId): { inputs: string; changes: Change[] } | undefined =>
  ctx.db
    .select({ inputs: rankingOrigins.inputs, changes: rankingOrigins.changes })
    .from(rankingOrigins)
    .where(eq(rankingOrigins.listId, listId))
    .get();

/** Kept inputs, unpacked. The caller has authorised. */
export function readInputs(ctx: Reach, sha256: string): string {
  const row = ctx.db.select({ packed: rankingInputs.packed }).from(rankingInputs).where(eq(rankingInputs.sha256, sha256)).get();
  if (!row) throw notFound("ranking.listUnknown");
  return gunzipSync(row.packed).toString("utf8");
}
