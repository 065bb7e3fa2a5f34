import { asc, eq } from "drizzle-orm";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { submitEntry } from "#app/acts/submit-entry.server.ts";
import { openCorrection } from "#app/features/proposals/corrections/operations.server.ts";
import { saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { decideAppeal, fileAppeal } from "#app/features/screening/appeals/operations.server.ts";
import { getAppeal, getAppealForm, listAppeals } from "#app/features/screening/appeals/queries.server.ts";
import { findAnnounced, findCase, findScreeningAccess, listVerdicts } from "#app/features/screening/cases/queries.server.ts";
import { claimEntry, claimNext, releaseClaim, saveFindings } from "#app/features/screening/claims/operations.server.ts";
import { findDraft } from "#app/features/screening/claims/queries.server.ts";
import { claimMs } from "#app/features/screening/claims/rules.ts";
import { closeCorrections, extendCorrectionTime, returnForCorrection } from "#app/features/screening/corrections/operations.server.ts";
import { getCorrectionPage } from "#app/features/screening/corrections/queries.server.ts";
import { announceDecisions } from "#app/features/screening/letters/operations.server.ts";
import { getAnnouncementPage, listScreeningLetters } from "#app/features/screening/letters/queries.server.ts";
import { getScreeningNews } from "#app/features/screening/news/queries.server.ts";
import { decideScreening, undoDecision } from "#app/features/screening/operations.server.ts";
import { countUnsettled, getScreeningPage } from "#app/features/screening/queries.server.ts";
import { listScreeningQueue } from "#app/features/screening/queue/queries.server.ts";
import type { Outcome } from "#app/features/screening/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { systemActor } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";
import { corrections } from "#db/schema/corrections.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { screenings } from "#db/schema/screening.ts";
import { asked, refusalOf, whole } from "#tests/features/proposals/scene.ts";
import { allPassed, deskOpens, entry, fromAgency, type JudgingScene, judgingScene, oneFailed, screeningOpens, seated } from "#tests/features/screening/scene.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { smallPdf } from "#tests/support/pdf.ts";

const day = 86_400_000;
const rules = {
  requirements: [],
  reasons: [
    { key: "title", text: { id: "Judul sama dengan proposal lain.", en: "The title is that of another entry." } },
    { key: "letters", text: { id: "Surat tidak terbaca.", en: "A letter is illegible." } },
  ],
  corrections: { times: 1, days: 3 },
  secondScreener: true,
  appealDays: 3,
  appealDecisionDays: 3,
};

type Strict = JudgingScene & { second: Actor; third: Actor; proposalId: ProposalId };

/** An edition with a second screener, one correction and appeals; three screeners and one entry. */
function strictScene(change: Partial<typeof rules> = {}): Strict {
  const scene = judgingScene({ screening: { ...rules, ...change } });
  const [second, third] = [seated(scene, "Penyaring 02", "screener"), seated(scene, "Penyaring 03", "screener")];
  return { ...scene, second, third, proposalId: entry(scene) };
}

const why = "Keliru membaca surat pernyataan.";
const at = screeningOpens + day;

function say(scene: Strict, who: Actor, outcome: Outcome, now = at): string {
  const { proposalId } = scene;
  const checks = outcome === "passed" ? allPassed() : oneFailed();
  return refusalOf(() => decideScreening(scene.as(who, now), { proposalId, outcome, checks, reason: "", reasonKeys: outcome === "failed" ? ["title"] : [] }));
}

const stateOf = (scene: Strict) => findCase(scene.world.ctx, scene.proposalId)?.state;
const reachOf = (scene: Strict) => getProposal(scene.world.ctx, scene.proposalId).reach;
const announce = (scene: Strict, now = at) => announceDecisions(scene.as(scene.organiser, now), { editionId: scene.editionId });

function rejected(): Strict {
  const scene = strictScene();
  say(scene, scene.screener, "failed");
  say(scene, scene.second, "failed");
  announce(scene);
  return scene;
}

describe("taking an entry", () => {
  it("keeps everybody else away until it is released, decided or two hours pass without work", () => {
    const scene = strictScene();
    const { proposalId } = scene;
    const take = (who: Actor, now = at) => refusalOf(() => claimEntry(scene.as(who, now), { proposalId }));
    expect([take(scene.screener), take(scene.screener), take(scene.second)]).toEqual(["done", "done", "screening.taken"]);
    expect(say(scene, scene.second, "passed")).toBe("screening.taken");
    const active = at + claimMs - 1;
    saveFindings(scene.as(scene.screener, active), { proposalId, draft: { findings: { title: "fail" }, notes: {}, reasons: [], reason: "mulai" } });
    expect([take(scene.second, active + claimMs - 1), take(scene.second, active + claimMs)]).toEqual(["screening.taken", "done"]);
    const lost = refusalOf(() => saveFindings(scene.as(scene.screener, active + claimMs), { proposalId, draft: { findings: {}, notes: {}, reasons: [], reason: "" } }));
    expect(lost).toBe("screening.claimLost");
    expect(findDraft(scene.as(scene.screener), proposalId)).toMatchObject({ findings: { title: "fail" }, reason: "mulai" });
    expect(findDraft(scene.as(scene.second), proposalId)).toBeNull();
    releaseClaim(scene.as(scene.organiser, active + claimMs), { proposalId });
    expect(take(scene.third, active + claimMs)).toBe("done");
  });

  it("is of what waits for a screener, not of what is with its agency or decided", () => {
    const scene = strictScene();
    const { proposalId } = scene;
    claimEntry(scene.as(scene.screener, at), { proposalId });
    returnForCorrection(scene.as(scene.screener, at), { proposalId, fields: [], reasonKeys: ["letters"], note: "" });
    expect(refusalOf(() => claimEntry(scene.as(scene.second, at), { proposalId }))).toBe("screening.notWaiting");
    const decided = strictScene();
    say(decided, decided.screener, "passed");
    expect(refusalOf(() => claimEntry(decided.as(decided.second, at), { proposalId: decided.proposalId }))).toBe("screening.notWaiting");
  });

  it("leads to the next free one by number, past what others have and past conflicts, and second opinions first", () => {
    const scene = strictScene();
    const { editionId, proposalId: first } = scene;
    const other = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
    const [second, third] = [entry(other, "Perahu Baca"), entry(scene, "Sekolah Malam")];
    const next = (who: Actor) => claimNext(scene.as(who, at), { editionId });
    const member = { ...seated(scene, "Penyaring anggota", "screener"), userId: other.writer.userId };
    expect(next(scene.screener)).toBe(first);
    expect(next(scene.second)).toBe(second);
    expect([next(member), next(member)]).toEqual([third, null]);
    say(scene, scene.screener, "failed");
    expect(next(scene.screener)).toBeNull();
    expect(next(scene.third)).toBe(first);
  });

  it("hides a conflict from lists, counts and pages of a screener alike", () => {
    const scene = strictScene();
    const { editionId, proposalId } = scene;
    const filter = { editionId, sort: "number", dir: "asc", limit: 50, offset: 0 } as const;
    const member = { ...seated(scene, "Penyaring anggota", "screener"), userId: scene.writer.userId };
    const seen = (who: Actor) => listScreeningQueue(scene.as({ ...who, grants: scene.screener.grants }, at), filter);
    expect([seen(scene.screener).total, seen(member).total, seen(member).counts.free]).toEqual([1, 0, 0]);
    const inside = scene.as({ ...member, grants: scene.screener.grants }, at);
    expect(refusalOf(() => getScreeningPage(inside, proposalId))).toBe("proposals.unknown");
    expect(refusalOf(() => claimEntry(inside, { proposalId }))).toBe("proposals.unknown");
    const file = findScreeningAccess;
    const asked = getProposal(scene.world.ctx, proposalId);
    expect([file(scene.as(scene.screener, at), asked), file(inside, asked)]).toEqual([{ blind: false }, null]);
  });

  it("leaves nobody in conflict a hand in what follows: neither more time, nor taking back, nor the appeal", () => {
    const scene = strictScene();
    const { proposalId } = scene;
    const inside = scene.as({ ...scene.screener, userId: scene.writer.userId }, at);
    claimEntry(scene.as(scene.screener, at), { proposalId });
    const correctionId = returnForCorrection(scene.as(scene.screener, at), { proposalId, fields: [], reasonKeys: [], note: "Lampirkan surat pernyataan yang terbaca." });
    const longer = (ctx: typeof inside) => refusalOf(() => extendCorrectionTime(ctx, { correctionId, dueAt: at + 5 * day, reason: "Jaringan putus." }));
    const office = { ...scene.organiser, userId: scene.writer.userId };
    expect([longer(inside), longer(scene.as(office, at))]).toEqual(["proposals.correctionUnknown", "proposals.correctionUnknown"]);
    const back = (ctx: typeof inside) => refusalOf(() => undoDecision(ctx, { proposalId, reason: "Keliru." }));
    expect(back(inside)).toBe("proposals.unknown");
    expect(refusalOf(() => releaseClaim(inside, { proposalId }))).toBe("screening.claimUnknown");
  });
});

describe("a rejection", () => {
  it("counts only when somebody else confirms it", () => {
    const scene = strictScene();
    expect([say(scene, scene.screener, "failed"), stateOf(scene)]).toEqual(["done", "proposed"]);
    expect(say(scene, scene.screener, "failed")).toBe("screening.sameScreener");
    expect(refusalOf(() => claimEntry(scene.as(scene.screener, at), { proposalId: scene.proposalId }))).toBe("screening.sameScreener");
    expect([say(scene, scene.second, "failed"), stateOf(scene)]).toEqual(["done", "failed"]);
  });

  it("is settled by a third where the two differ", () => {
    const scene = strictScene();
    say(scene, scene.screener, "failed");
    expect([say(scene, scene.second, "passed"), stateOf(scene)]).toEqual(["done", "disputed"]);
    expect([say(scene, scene.second, "passed"), say(scene, scene.screener, "passed")]).toEqual(Array(2).fill("screening.sameScreener"));
    expect([say(scene, scene.third, "passed"), stateOf(scene)]).toEqual(["done", "passed"]);
  });

  it("cannot hold two words of one person in a round, whatever the code says", () => {
    const scene = strictScene();
    say(scene, scene.screener, "failed");
    const { ctx } = scene.world;
    const row = ctx.db.select().from(screenings).where(eq(screenings.proposalId, scene.proposalId)).get();
    const again = () => ctx.db.insert(screenings).values({ ...row!, id: ctx.newId("screening"), version: 2, kind: "confirm" }).run();
    expect(again).toThrow(/UNIQUE/);
  });

  it("names reasons of the edition's list alone", () => {
    const scene = strictScene();
    const given = { proposalId: scene.proposalId, outcome: "failed" as const, checks: oneFailed(), reason: "" };
    expect(refusalOf(() => decideScreening(scene.as(scene.screener, at), { ...given, reasonKeys: ["lain"] }))).toBe("screening.reasonUnknown");
    expect(refusalOf(() => decideScreening(scene.as(scene.screener, at), given))).toBe("screening.reasonMissing");
  });
});

describe("before the announcement", () => {
  it("an agency learns nothing: neither reach, nor outcome, nor letter, nor notice", () => {
    const scene = strictScene();
    const { db } = scene.world.ctx;
    const before = [db.select().from(outbox).all().length, db.select().from(notices).all().length];
    say(scene, scene.screener, "failed");
    say(scene, scene.second, "failed");
    expect(reachOf(scene)).toBe("submitted");
    expect(findAnnounced(scene.world.ctx, scene.proposalId)).toBeUndefined();
    expect(getScreeningNews(scene.as(scene.admin, at), scene.proposalId)).toEqual({ correction: null, corrections: [], outcome: null, appeal: null });
    expect([db.select().from(outbox).all().length, db.select().from(notices).all().length]).toEqual(before);
  });

  it("a decision is taken back with a reason by whoever made it or the organiser, as a version of its own", () => {
    const scene = strictScene();
    say(scene, scene.screener, "passed");
    const undo = (who: Actor, now = at) => refusalOf(() => undoDecision(scene.as(who, now), { proposalId: scene.proposalId, reason: why }));
    expect(undo(scene.second)).toBe("accounts.notAllowed");
    expect([undo(scene.screener), stateOf(scene)]).toEqual(["done", "open"]);
    expect(undo(scene.organiser)).toBe("screening.stepNotPossible");
    expect(listVerdicts(scene.world.ctx, scene.proposalId).map(({ version, kind, round }) => [version, kind, round])).toEqual([
      [2, "undo", 1],
      [1, "decide", 1],
    ]);
    expect([say(scene, scene.screener, "passed"), undo(scene.organiser)]).toEqual(["done", "done"]);
    say(scene, scene.screener, "passed");
    announce(scene);
    expect(undo(scene.organiser)).toBe("screening.stepNotPossible");
  });
});

describe("announcing", () => {
  it("tells admins and writers of everything decided, once, and moves the entries", () => {
    const scene = strictScene();
    const waiting = entry(scene, "Sekolah Malam");
    say(scene, scene.screener, "failed");
    say(scene, scene.second, "failed");
    const { ctx } = scene.world;
    const organiser = scene.as(scene.organiser, at);
    const preview = getAnnouncementPage(organiser, { editionId: scene.editionId, limit: 25, offset: 0, translators });
    const known = new Set(ctx.db.select({ id: outbox.id }).from(outbox).all().map(({ id }) => id));
    expect(announce(scene)).toEqual({ announced: 1, left: 0 });
    expect(announce(scene)).toEqual({ announced: 0, left: 0 });
    const sent = ctx.db.select().from(outbox).orderBy(asc(outbox.recipient)).all().filter(({ id }) => !known.has(id));
    expect(sent.map(({ recipient, template, params }) => [recipient, template, params.reason])).toEqual([
      [scene.admin.email, "screeningFailedAppeal", rules.reasons[0]?.text.id],
      [scene.writer.email, "screeningFailedAppeal", rules.reasons[0]?.text.id],
    ]);
    expect(preview.rows.map(({ letters }) => letters.map(({ email }) => email).sort())).toEqual([[scene.admin.email, scene.writer.email].sort()]);
    expect(preview.rows[0]?.letters[0]?.body).toContain(rules.reasons[0]?.text.id);
    expect([reachOf(scene), getProposal(ctx, waiting).reach]).toEqual(["failed", "submitted"]);
    expect(countUnsettled(ctx, scene.editionId)).toEqual({ undecided: 1, unannounced: 0, appeals: 0 });
    expect(listScreeningLetters(organiser, { editionId: scene.editionId, limit: 10, offset: 0 }).rows.map(({ kind }) => kind)).toEqual(["screeningFailed", "screeningFailed"]);
  });
});

describe("a correction", () => {
  const back = (scene: Strict, change: { fields?: string[]; note?: string } = {}, now = at) =>
    returnForCorrection(scene.as(scene.screener, now), { proposalId: scene.proposalId, fields: [], reasonKeys: ["letters"], note: "", ...change });
  const write = (scene: Strict, now: number, key = "ringkasan") =>
    refusalOf(() => saveAnswers(scene.as(scene.admin, now), { proposalId: scene.proposalId, answers: { [key]: key === "ringkasan" ? "obat kini sampai" : "ya" } }));

  it("opens the entry to its agency until its last instant, and the new version comes back to who asked", () => {
    const scene = strictScene();
    back(scene);
    expect([stateOf(scene), reachOf(scene), getProposal(scene.world.ctx, scene.proposalId).status]).toEqual(["returned", "submitted", "atAgency"]);
    expect(say(scene, scene.second, "passed")).toBe("screening.withAgency");
    expect([write(scene, at + 3 * day - 1), write(scene, at + 3 * day)]).toEqual(["done", "competitions.windowClosed"]);
    submitEntry(scene.as(scene.admin, at + day), { proposalId: scene.proposalId, accepted: true });
    expect(getSubmittedContent(scene.world.ctx, scene.proposalId)).toMatchObject({ version: 2, answers: { ringkasan: { value: "obat kini sampai" } } });
    expect(findCase(scene.world.ctx, scene.proposalId)).toMatchObject({ state: "open", round: 2, handlerId: scene.screener.userId });
    expect(refusalOf(() => claimEntry(scene.as(scene.second, at + day), { proposalId: scene.proposalId }))).toBe("screening.taken");
    expect(say(scene, scene.screener, "passed", at + day)).toBe("done");
  });

  it("opens only the parts that were named", () => {
    const scene = strictScene();
    back(scene, { fields: ["ringkasan"] });
    expect([write(scene, at), write(scene, at, "aplikasi")]).toEqual(["done", "proposals.partNotOpen"]);
    const { revision } = getProposal(scene.world.ctx, scene.proposalId);
    const rename = () => saveIdentity(scene.as(scene.admin, at), { proposalId: scene.proposalId, revision, ...asked, ...whole, title: "Judul lain" });
    expect(refusalOf(rename)).toBe("proposals.partNotOpen");
    expect(refusalOf(() => back(strictScene(), { fields: ["tidak-ada"] }))).toBe("screening.fieldUnknown");
  });

  it("closes by itself when its clock ends, and the last version stands", () => {
    const scene = strictScene();
    back(scene);
    write(scene, at);
    expect(closeCorrections(scene.as(systemActor, at + 3 * day - 1))).toBe(0);
    expect(closeCorrections(scene.as(systemActor, at + 3 * day))).toBe(1);
    expect(scene.world.ctx.db.select().from(corrections).all()).toMatchObject([{ outcome: "lapsed", closedAt: at + 3 * day }]);
    expect(getSubmittedContent(scene.world.ctx, scene.proposalId).version).toBe(1);
    expect([stateOf(scene), say(scene, scene.screener, "passed", at + 3 * day)]).toEqual(["open", "done"]);
  });

  it("is asked for as often as the edition says, and never past the end of screening", () => {
    const scene = strictScene();
    back(scene);
    submitEntry(scene.as(scene.admin, at), { proposalId: scene.proposalId, accepted: true });
    expect(refusalOf(() => back(scene))).toBe("screening.correctionsUsed");
    expect(refusalOf(() => back(strictScene({ corrections: { times: 0, days: 0 } })))).toBe("screening.noCorrections");
    expect(refusalOf(() => back(strictScene(), {}, deskOpens - 3 * day))).toBe("screening.correctionTooLate");
    expect(refusalOf(() => back(strictScene(), {}, deskOpens - 3 * day - 1))).toBe("done");
  });

  it("is one at a time, and stands as it is once it has ended", () => {
    const scene = strictScene({ corrections: { times: 2, days: 3 } });
    const correctionId = back(scene);
    const again = { proposalId: scene.proposalId, fields: [], reasonKeys: ["letters"], note: "", dueAt: at + day };
    const ctx = scene.as(scene.screener, at);
    expect(refusalOf(() => inTransaction(ctx, () => openCorrection(ctx, again)))).toBe("proposals.correctionOpen");
    submitEntry(scene.as(scene.admin, at), { proposalId: scene.proposalId, accepted: true });
    const longer = refusalOf(() => extendCorrectionTime(scene.as(scene.organiser, at), { correctionId, dueAt: at + 5 * day, reason: why }));
    expect(longer).toBe("proposals.correctionClosed");
  });

  it("is lengthened with a reason, and its agency is shown the new end and told", () => {
    const scene = strictScene();
    const correctionId = back(scene);
    const extend = (dueAt: number) => refusalOf(() => extendCorrectionTime(scene.as(scene.organiser, at), { correctionId, dueAt, reason: why }));
    expect([extend(at + 3 * day), extend(deskOpens), extend(at + 4 * day)]).toEqual(["proposals.correctionNotLater", "screening.correctionTooLate", "done"]);
    const page = getCorrectionPage(scene.as(scene.admin, at), scene.proposalId);
    expect(page.corrections.map(({ dueAt, running, extensions }) => ({ dueAt, running, why: extensions.map(({ reason }) => reason) }))).toEqual([
      { dueAt: at + 4 * day, running: true, why: [why] },
    ]);
    expect(refusalOf(() => getCorrectionPage(scene.as(scene.organiser, at), scene.proposalId))).toBe("proposals.unknown");
    const told = scene.world.ctx.db.select().from(outbox).all().filter(({ template }) => template === "screeningExtended");
    expect(told.length).toBe(2);
  });
});

describe("an appeal", () => {
  const text = "Judul kami berbeda: proposal yang disebut adalah inovasi unit lain pada instansi kami.";
  const file = async (scene: Strict, who: Actor, now: number) => {
    try {
      return await fileAppeal(scene.as(who, now), { proposalId: scene.proposalId, text, file: null });
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it("is filed by the local admin, once, in [announced, announced + three days)", async () => {
    const foreign = rejected();
    expect(await file(foreign, foreign.organiser, at)).toBe("proposals.unknown");
    const late = rejected();
    expect(await file(late, late.admin, at + 3 * day)).toBe("screening.appealsClosed");
    const scene = rejected();
    expect(await file(scene, scene.writer, at)).toBe("accounts.notAllowed");
    expect(getAppealForm(scene.as(scene.admin, at), scene.proposalId)).toMatchObject({ mayFile: true, closesAt: at + 3 * day });
    expect(await file(scene, scene.admin, at + 3 * day - 1)).toMatch(/^apl_/);
    expect(await file(scene, scene.admin, at)).toBe("screening.alreadyAppealed");
    const open = strictScene();
    expect(await file(open, open.admin, at)).toBe("screening.notRejected");
  });

  it("is none in an edition that knows none", async () => {
    const scene = strictScene({ appealDays: 0 });
    say(scene, scene.screener, "failed");
    say(scene, scene.second, "failed");
    announce(scene);
    expect(await file(scene, scene.admin, at)).toBe("screening.noAppeals");
  });

  it("is not taken with a file in which the scanner finds a virus, nor with one it could not be asked about", async () => {
    const scene = rejected();
    const path = join(freshFolder(), "bukti.pdf");
    writeFileSync(path, smallPdf());
    const scans = (verdict: "infected" | "unreachable"): NonNullable<Ctx["files"]["scanner"]> => ({
      scan: async (content) => {
        await buffer(content);
        return verdict === "infected" ? { verdict, signature: "Eicar" } : { verdict, reason: "away" };
      },
    });
    const send = (verdict: "infected" | "unreachable") => {
      const ctx = scene.as(scene.admin, at);
      return fileAppeal({ ...ctx, files: { ...ctx.files, scanner: scans(verdict) } }, { proposalId: scene.proposalId, text, file: { path, fileName: "bukti.pdf" } });
    };
    await expect(send("infected")).rejects.toMatchObject({ faults: [{ path: "file", code: "fileInfected" }] });
    await expect(send("unreachable")).rejects.toMatchObject({ faults: [{ path: "file", code: "editor.template.unscanned" }] });
    expect(getAppealForm(scene.as(scene.admin, at), scene.proposalId).appeal).toBeNull();
  });

  it("is decided by somebody without a part in the decision; upheld, the entry has passed", async () => {
    const scene = rejected();
    const appealId = (await file(scene, scene.admin, at)) as `apl_${string}` & ReturnType<typeof listAppeals>["rows"][number]["id"];
    const decide = (who: Actor) => refusalOf(() => decideAppeal(scene.as(who, at + day), { appealId, outcome: "upheld", decision: "Judul memang berbeda, surat lengkap." }));
    expect([decide(scene.screener), decide(scene.second), decide(scene.admin)]).toEqual(["screening.hadPart", "screening.hadPart", "screening.appealUnknown"]);
    expect(getAppeal(scene.as(scene.screener, at), appealId).barred).toBe("hadPart");
    expect(listAppeals(scene.as(scene.organiser, at), { editionId: scene.editionId, limit: 5, offset: 0 }).counts).toEqual({ open: 1, upheld: 0, dismissed: 0 });
    expect([decide(scene.third), reachOf(scene), stateOf(scene)]).toEqual(["done", "passed", "upheld"]);
    expect(decide(scene.organiser)).toBe("screening.appealDecided");
    expect(getScreeningNews(scene.as(scene.admin, at + day), scene.proposalId).outcome?.passed).toBe(true);
  });

  it("dismissed leaves the rejection for good", async () => {
    const scene = rejected();
    const appealId = (await file(scene, scene.admin, at)) as ReturnType<typeof listAppeals>["rows"][number]["id"];
    decideAppeal(scene.as(scene.organiser, at + day), { appealId, outcome: "dismissed", decision: "Judulnya sama sampai huruf terakhir." });
    expect([reachOf(scene), stateOf(scene)]).toEqual(["failed", "dismissed"]);
    expect(getScreeningNews(scene.as(scene.admin, at + day), scene.proposalId).outcome).toMatchObject({ passed: false });
  });
});
