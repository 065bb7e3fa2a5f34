import { finaliseListAfterObjections } from "#app/acts/finalise-list.server.ts";
import { seated } from "#app/cli/season/cast.ts";
import type { Season, Stopwatch } from "#app/cli/season/season.ts";
import { rehearsalMark } from "#app/cli/season/texts.ts";
import { issueCertificates } from "#app/features/certificates/operations.server.ts";
import type { AwardList, Stage } from "#app/features/competitions/definition/types.ts";
import { decideObjection, fileObjection } from "#app/features/objections/operations.server.ts";
import { listObjections } from "#app/features/objections/queries.server.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import { approveList, computeList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { findCurrentList, getList } from "#app/features/ranking/queries.server.ts";
import { piecesOf } from "#app/features/ranking/waiving/rules.ts";
import { cosignMinutes } from "#app/features/ranking/signers/operations.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { waiveLinkage } from "#app/features/ranking/waiving/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { reservedDomain } from "#db/seeds/demo-accounts.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Brings every list of a stage from the first draft to certificates; a list for which nobody qualifies is left out. */
export function settleLists(season: Season, stage: Stage, watch: Stopwatch): void {
  const { definition } = season;
  const wanted = definition.lists.filter((list) => list.stage === stage.key && hasCandidates(season, list));
  const opensAt = stage.opensAt ?? 0;
  const published = wanted.map((list, index) => {
    const name = watch.t("cli.season.stages.list", { list: list.name[watch.t.locale] });
    return watch.run({ key: `${stage.key}.${list.key}`, name, total: 1 }, (done) => {
      const listId = publish(season, list, opensAt + 9 * hourMs + index * 40 * minuteMs);
      done();
      return { list, listId };
    });
  });
  // All lists of a stage are published on one day and become final together.
  answerObjections(season, opensAt + 33 * hourMs);
  for (const { list, listId } of published) makeFinal(season, list, listId);
}

function hasCandidates({ world, editionId }: Season, list: AwardList): boolean {
  if (list.from !== null) return findCurrentList(world.house, { editionId, listKey: list.from })?.status === "final";
  const groups = list.groups.length > 0 ? { groupKeys: list.groups } : {};
  return listEntries(world.house, { editionId, reach: ["passed", "finalist", "winner"], ...groups }).length > 0;
}

function publish(season: Season, list: AwardList, now: number): ListId {
  const { world, editionId, organiser, definition } = season;
  const [chair] = seated(world, editionId, "chair");
  const [signatory] = seated(world, editionId, "signatory");
  if (!chair || !signatory) throw new Error("the rehearsal has no chair or signatory");
  const listId = computeList(world.as(organiser, now), { editionId, listKey: list.key });
  waiveIfNeeded(world.as(chair, now + 5 * minuteMs), listId);
  signMinutes(world.as(chair, now + 10 * minuteMs), {
    listId,
    minutesNumber: `BA/${list.serialCode}/LATIHAN/${definition.year}`,
    minutes: `Panel menyepakati urutan sesuai nilai tertimbang. Tidak ada pendapat berbeda ${rehearsalMark}.`,
  });
  // The panel follows its chair: all of its jurors have signed before the signatory looks.
  for (const juror of seated(world, editionId, "juror")) cosignMinutes(world.as(juror, now + 15 * minuteMs), { listId });
  approveList(world.as(signatory, now + 20 * minuteMs), { listId });
  objectTo(season, listId, now + 30 * minuteMs);
  return listId;
}

/** Panels of a rehearsal have jurors of their own: the chair says so where the list compares them. */
function waiveIfNeeded(ctx: Ctx, listId: ListId): void {
  const list = getList(ctx, listId);
  if (piecesOf(list) === 0) return;
  waiveLinkage(ctx, { listId, reason: `Peserta dibagi ke panel menurut undian, sehingga mutu antarpanel dianggap setara ${rehearsalMark}.` });
}

/** One member of the public objects to every list. */
function objectTo(season: Season, listId: ListId, now: number): void {
  const { world, organiser } = season;
  const visitor = { ...world.as(organiser, now), actor: null };
  fileObjection(visitor, {
    listId,
    name: `Warga Latihan ${rehearsalMark}`,
    email: `warga@${reservedDomain}`,
    text: `Saya menanyakan apakah seluruh bukti dukung sudah diperiksa oleh tim ${rehearsalMark}.`,
  });
}

/** The organiser answers what waits; nothing was wrong. */
function answerObjections(season: Season, now: number): void {
  const { world, editionId, organiser } = season;
  const ctx = world.as(organiser, now);
  for (const { id, status } of listObjections(ctx, editionId).rows) {
    if (status !== "open") continue;
    decideObjection(ctx, { objectionId: id, upheld: false, decision: `Bukti dukung telah diperiksa lengkap ${rehearsalMark}.` });
  }
}

function makeFinal(season: Season, list: AwardList, listId: ListId): void {
  const { world, organiser, definition } = season;
  const closesAt = getList(world.house, listId).objectionsCloseAt ?? 0;
  const ctx = world.as(organiser, closesAt + 9 * hourMs);
  const decreeNumber = `${list.serialCode}/LATIHAN/${definition.year}`;
  finaliseListAfterObjections(ctx, { listId, decreeNumber, decreeDate: dayOfInstant(definition.zone, ctx.now) });
  if (list.certificate) issueCertificates(ctx, { listId });
}
