import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inTransaction } from "#db/client.server.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";
import { awardRecords } from "#db/schema/archive.ts";
import { jobs } from "#db/schema/jobs.ts";
import { similarityPostings, similaritySketches } from "#db/schema/similarity.ts";
import { submitEntry } from "#app/acts/submit-entry.server.ts";
import { receiveFile } from "#app/features/proposals/attachments/operations.server.ts";
import { submitProposal, withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { getPairComparison } from "#app/features/screening/similarity/comparison/queries.server.ts";
import { comparedParts, entryCharacters, fileAt, fileCharacters, joinedParts } from "#app/features/screening/similarity/files/rules.ts";
import { compareNewEntries, compareSubmitted } from "#app/features/screening/similarity/jobs.server.ts";
import { judgePair } from "#app/features/screening/similarity/operations.server.ts";
import { getSimilarityPanel, listPairPage } from "#app/features/screening/similarity/queries.server.ts";
import { isNewer, kindOfPair, staysJudged } from "#app/features/screening/similarity/rules.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { addAgency, addEdition, addMember, question, refusalOf } from "#tests/features/proposals/scene.ts";
import { compared, drafted, entered, enteredAgain, fromAgency, similarRules, similarScene, type SimilarScene } from "#tests/features/screening/similarity/scene.ts";
import { textOf } from "#tests/features/screening/similarity/texts.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { textPdf } from "#tests/support/pdf.ts";
import { countStatements } from "#tests/support/world.ts";

const panel = (scene: SimilarScene, proposalId: ProposalId) => getSimilarityPanel(scene.as(scene.screener), proposalId);
const all = { sort: "share", dir: "desc", page: 1 } as const;

/** Two entries of two agencies: the second copies a paragraph of the first. */
async function copiedScene() {
  const scene = similarScene();
  const other = fromAgency(scene, "33.74", "Kota Semarang");
  const paragraph = textOf(1, 150);
  const source = entered(scene, { title: "Apotek Singgah", text: `${textOf(2, 250)} ${paragraph}` });
  const copy = entered(other, { title: "Obat Terapung", text: `${textOf(3, 100)} ${paragraph} ${textOf(4, 900)}` });
  await compared(scene);
  return { scene, other, source, copy, paragraph };
}

describe("comparing", () => {
  it("finds a copied paragraph from both sides, each with its own share", async () => {
    const { scene, source, copy } = await copiedScene();
    const [fromSource] = panel(scene, source).pairs;
    const [fromCopy] = panel(scene, copy).pairs;
    expect(fromSource?.id).toBe(fromCopy?.id);
    expect([fromSource?.shareBp, fromSource?.otherShareBp]).toEqual([fromCopy?.otherShareBp, fromCopy?.shareBp]);
    expect(fromSource?.shareBp ?? 0).toBeGreaterThan(fromCopy?.shareBp ?? 10_000);
    expect([fromSource?.kind, fromSource?.other.agencyName, fromCopy?.other.proposalId]).toEqual(["sameEdition", "Kota Semarang", source]);
  });

  it("says while an entry waits, and when nothing is alike", async () => {
    const scene = similarScene();
    const one = entered(scene, { title: "Satu", text: textOf(1, 300) });
    entered(scene, { title: "Dua", text: textOf(2, 300) });
    expect(panel(scene, one)).toMatchObject({ compared: false, pairs: [] });
    await compared(scene);
    expect(panel(scene, one)).toMatchObject({ compared: true, pairs: [] });
  });

  it("compares a later version in the place of the earlier, and leaves nothing of it behind", async () => {
    const { scene, other, source, copy } = await copiedScene();
    enteredAgain(other, copy, { text: textOf(9, 500) });
    expect(panel(scene, copy).compared).toBe(false);
    await compared(scene);
    expect([panel(scene, copy).pairs, panel(scene, source).pairs]).toEqual([[], []]);
    const sketches = scene.world.ctx.db.select().from(similaritySketches).all();
    const names = sketches.reduce((sum, { names: bytes }) => sum + bytes.length / 4, 0);
    expect(scene.world.ctx.db.select().from(similarityPostings).all()).toHaveLength(names);
  });

  it("takes a withdrawn entry out of the index and its pairs from everybody's sight", async () => {
    const { scene, other, source, copy } = await copiedScene();
    withdrawProposal(scene.as(other.admin), { proposalId: copy, note: "salah unggah" });
    expect(panel(scene, source).pairs).toEqual([]);
    await compared(scene);
    expect(scene.world.ctx.db.select().from(similaritySketches).all().map((row) => row.proposalId)).toEqual([source]);
  });

  it("does nothing the second time", async () => {
    const { scene } = await copiedScene();
    const before = scene.world.ctx.db.select().from(similaritySketches).all();
    await compared(scene);
    expect(scene.world.ctx.db.select().from(similaritySketches).all()).toEqual(before);
  });

  it("finds an earlier edition's entry: of the same agency entered again, of another a copy", async () => {
    const scene = similarScene();
    const earlierId = addEdition(scene.world, { ...similarRules, year: 2025 }, "kipp-2025");
    const earlier = { ...scene, editionId: earlierId };
    const text = textOf(1, 400);
    entered(earlier, { title: "Apotek Singgah", text });
    const again = entered(scene, { title: "Apotek Singgah 2", text });
    const foreign = entered(fromAgency(scene, "33.74", "Kota Semarang"), { title: "Obat Terapung", text });
    await compared(scene);
    const kindsOf = (id: ProposalId) => panel(scene, id).pairs.map(({ kind, other }) => [kind, other.year]).toSorted();
    expect(kindsOf(again)).toEqual([["resubmission", 2025], ["sameEdition", 2026]]);
    expect(kindsOf(foreign)).toEqual([["earlierEdition", 2025], ["sameEdition", 2026]]);
  });

  it("finds the title of an award of an earlier year, however it is written", async () => {
    const scene = similarScene();
    const award = { competition: "KIPP", year: 2019, tier: "Top 99", agencyName: "Kota Bogor", agencyId: null, unit: "", province: "", source: "-", note: "" };
    const ids = ["awd_1", "awd_2"] as Id<"award">[];
    scene.world.ctx.db.insert(awardRecords).values([{ ...award, id: ids[0] as Id<"award">, title: "APOTEK-SINGGAH" }, { ...award, id: ids[1] as Id<"award">, title: "Lain" }]).run();
    const id = entered(scene, { title: "Apotek Singgah", text: textOf(1, 100) });
    await compared(scene);
    expect(panel(scene, id).pairs).toMatchObject([{ kind: "archiveTitle", sameTitle: true, shareBp: 0, other: { title: "APOTEK-SINGGAH", year: 2019, proposalId: null } }]);
  });

  it("tells a title most of whose telling words are an award's from the very same title", async () => {
    const scene = similarScene();
    const award = { competition: "KIPP", year: 2019, tier: "Top 99", agencyName: "Kota Bogor", agencyId: null, unit: "", province: "", source: "-", note: "" };
    const titles = ["Layanan Apotek Singgah bagi Nelayan Pulau Kecil", "Apotek Hidup", "Bank Sampah Nelayan"];
    scene.world.ctx.db.insert(awardRecords).values(titles.map((title, i) => ({ ...award, id: `awd_${i}` as Id<"award">, title }))).run();
    const id = entered(scene, { title: "Apotek Singgah untuk Nelayan", text: textOf(1, 100) });
    await compared(scene);
    expect(panel(scene, id).pairs).toMatchObject([{ kind: "archiveTitle", sameTitle: false, other: { title: titles[0] } }]);
  });
});

describe("asking for a comparison", () => {
  const jobsOf = ({ world }: SimilarScene) => world.ctx.db.select().from(jobs).where(eq(jobs.kind, "screening.entryComparison")).all();

  it("happens in the transaction that submits, once a version", async () => {
    const scene = similarScene();
    const proposalId = drafted(scene, { title: "Apotek Singgah", text: textOf(1, 200) });
    const by = scene.as(scene.admin);
    expect(refusalOf(() => inTransaction(by, () => {
      submitEntry(by, { proposalId, accepted: true });
      throw new DomainError("proposals.unknown");
    }))).toBe("proposals.unknown");
    expect(jobsOf(scene)).toEqual([]);
    submitEntry(by, { proposalId, accepted: true });
    expect(jobsOf(scene).map(({ payload }) => payload)).toEqual([{ proposalId }]);
    await compareSubmitted(scene.world.ctx, { proposalId });
    expect(panel(scene, proposalId).compared).toBe(true);
  });

  it("is nothing for what a sweep has compared and for what was withdrawn meanwhile", async () => {
    const { scene, other, source } = await copiedScene();
    const sketches = () => scene.world.ctx.db.select().from(similaritySketches).all();
    const before = sketches();
    await compareSubmitted(scene.world.ctx, { proposalId: source });
    const gone = entered(other, { title: "Salah", text: textOf(1, 150) });
    withdrawProposal(scene.as(other.admin), { proposalId: gone, note: "salah unggah" });
    await compareSubmitted(scene.world.ctx, { proposalId: gone });
    expect(sketches()).toEqual(before);
  });

  it("sweeps in batches, the next behind the jobs that wait, until a run has done its share", async () => {
    const scene = similarScene();
    for (let i = 0; i < 52; i += 1) entered(scene, { title: `Judul ${i}`, text: textOf(i, 20) });
    const sketched = () => scene.world.ctx.db.select().from(similaritySketches).all().length;
    const next = () => scene.world.ctx.db.select().from(jobs).where(eq(jobs.kind, "screening.similarityComparison")).all();
    await compared(scene);
    expect([sketched(), next().map(({ payload }) => payload)]).toEqual([50, [{ left: 4_950 }]]);
    await compareNewEntries(scene.world.ctx, { left: 1 });
    expect([sketched(), next()].map((one) => (typeof one === "number" ? one : one.length))).toEqual([51, 1]);
    await compareNewEntries(scene.world.ctx, { left: 4_950 });
    expect([sketched(), next().length]).toEqual([52, 1]);
  });
});

describe("attached files", () => {
  const withFiles = { ...similarRules, fields: [...similarRules.fields, question("bukti", { kind: "file", required: false }), question("surat", { kind: "statement", required: false })] };

  /** An entry with a text of its own and a PDF at one of its questions. */
  async function enteredWith(scene: SimilarScene, given: { title: string; text: string; file: string; at?: string }): Promise<ProposalId> {
    const proposalId = drafted(scene, given);
    const path = join(freshFolder(), "file");
    writeFileSync(path, textPdf(given.file));
    await receiveFile(scene.as(scene.admin), { proposalId, fieldKey: given.at ?? "bukti", fileName: "Laporan.pdf", path });
    submitProposal(scene.as(scene.admin), { proposalId, accepted: true });
    return proposalId;
  }

  it("are compared by their words, and a passage says in which file it stands", async () => {
    const scene = similarScene(withFiles);
    const copied = textOf(1, 220);
    const one = await enteredWith(scene, { title: "Satu", text: textOf(2, 200), file: copied });
    const two = entered(fromAgency(scene, "33.74", "Kota Semarang"), { title: "Dua", text: `${textOf(3, 100)} ${copied}` });
    await compared(scene);
    const [pair] = panel(scene, one).pairs;
    expect([pair?.other.proposalId, (pair?.shareBp ?? 0) > 3_000]).toEqual([two, true]);
    const { passages } = getPairComparison(scene.as(scene.screener), { pairId: pair?.id as NonNullable<typeof pair>["id"], proposalId: one });
    expect(passages.map(({ mine, other }) => [mine.file, other.file])).toEqual([["Laporan.pdf", null]]);
  });

  it("that are letters on the organiser's template are not, as all say the same", async () => {
    const scene = similarScene(withFiles);
    const letter = textOf(1, 220);
    const one = await enteredWith(scene, { title: "Satu", text: textOf(2, 200), file: letter, at: "surat" });
    await enteredWith(fromAgency(scene, "33.74", "Kota Semarang"), { title: "Dua", text: textOf(3, 200), file: letter, at: "surat" });
    await compared(scene);
    expect(panel(scene, one).pairs).toEqual([]);
  });

  it("that cannot be fetched do not keep the answers from being compared", async () => {
    const scene = similarScene(withFiles);
    const one = await enteredWith(scene, { title: "Satu", text: textOf(2, 200), file: textOf(1, 100) });
    const files = { ...scene.world.ctx.files, read: () => Promise.reject(new Error("no such file")) };
    await compareSubmitted({ ...scene.world.ctx, files }, { proposalId: one });
    expect(panel(scene, one).compared).toBe(true);
  });

  it("are compared up to as many letters as a proposal has, and cut at a word", () => {
    const long = "kata ".repeat(10_000);
    const parts = comparedParts("jawaban", [1, 2, 3].map((n) => ({ fileName: `${n}.pdf`, text: long })));
    expect(parts.map(({ file }) => file)).toEqual([null, "1.pdf", "2.pdf"]);
    expect(parts.slice(1).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(entryCharacters);
    expect(parts.slice(1).every(({ text }) => text.length <= fileCharacters && text.endsWith("kata"))).toBe(true);
    const joined = joinedParts(parts);
    expect([fileAt(parts, 0), fileAt(parts, joined.indexOf("kata")), fileAt(parts, joined.length - 1)]).toEqual([null, "1.pdf", "2.pdf"]);
  });
});

describe("judging", () => {
  it("keeps a judgement while the comparison says the same, and asks afresh when the text changed", async () => {
    const { scene, other, source, copy } = await copiedScene();
    const [pair] = panel(scene, source).pairs;
    if (!pair) throw new Error("no pair");
    judgePair(scene.as(scene.screener), { pairId: pair.id, foundAt: pair.foundAt, verdict: "discuss", note: "paragraf yang sama" });
    await compared(scene);
    expect(panel(scene, copy).pairs).toMatchObject([{ state: "discuss", note: "paragraf yang sama", judgedBy: "Penyaring 01" }]);
    const later = { ...other, as: (actor: Parameters<typeof other.as>[0]) => other.as(actor, other.world.ctx.now + 60_000), world: other.world.at(other.world.ctx.now + 60_000) };
    enteredAgain(later, copy, { text: `${textOf(1, 150)} ${textOf(8, 100)}` });
    await compared(later);
    expect(panel(scene, copy).pairs).toMatchObject([{ id: pair.id, state: "unseen", note: "", judgedAt: null }]);
    const stale = () => judgePair(scene.as(scene.screener), { pairId: pair.id, foundAt: pair.foundAt, verdict: "fair", note: "" });
    expect(refusalOf(stale)).toBe("similarity.pairChanged");
  });

  it("wants to know why a pair is to be discussed", async () => {
    const { scene, source } = await copiedScene();
    const [pair] = panel(scene, source).pairs;
    if (!pair) throw new Error("no pair");
    const asked = { pairId: pair.id, foundAt: pair.foundAt, verdict: "discuss" as const };
    expect(refusalOf(() => judgePair(scene.as(scene.screener), { ...asked, note: "  pendek  " }))).toBe("similarity.noteMissing");
    expect(refusalOf(() => judgePair(scene.as(scene.screener), { ...asked, note: "cukup panjang" }))).toBe("done");
  });
});

describe("reading", () => {
  it("shows passages side by side and nothing of the rest of the other text", async () => {
    const { scene, source, copy, paragraph } = await copiedScene();
    const [pair] = panel(scene, source).pairs;
    if (!pair) throw new Error("no pair");
    const { passages } = getPairComparison(scene.as(scene.screener), { pairId: pair.id, proposalId: source });
    expect(passages).toHaveLength(1);
    const said = (side: "mine" | "other") => passages[0]?.[side].stretches.map(({ text }) => text).join("");
    expect([said("mine"), said("other")]).toEqual([paragraph, paragraph]);
    const shown = JSON.stringify(passages[0]?.other);
    expect([shown.length < 160 * 2 + paragraph.length + 200, shown.includes(textOf(4, 900).slice(-40))]).toEqual([true, false]);
    const elsewhere = entered(scene, { title: "Lain", text: textOf(77, 100) });
    expect(refusalOf(() => getPairComparison(scene.as(scene.screener), { pairId: pair.id, proposalId: elsewhere }))).toBe("similarity.unknown");
    expect(getPairComparison(scene.as(scene.screener), { pairId: pair.id, proposalId: copy }).pair.mine.proposalId).toBe(copy);
  });

  it("hides from a person in conflict with either side the pair, its count and its text", async () => {
    const { scene, other, source } = await copiedScene();
    const [pair] = panel(scene, source).pairs;
    if (!pair) throw new Error("no pair");
    const torn = { ...other.writer, grants: [...other.writer.grants, ...scene.screener.grants] };
    const ctx = scene.as(torn);
    expect(getSimilarityPanel(ctx, source).pairs).toEqual([]);
    expect(listPairPage(ctx, { editionId: scene.editionId, ...all })).toMatchObject({ rows: [], total: 0, counts: { unseen: 0 } });
    expect(refusalOf(() => getPairComparison(ctx, { pairId: pair.id, proposalId: source }))).toBe("similarity.unknown");
    expect(listPairPage(scene.as(scene.organiser), { editionId: scene.editionId, ...all }).total).toBe(1);
  });

  it("hides it from a member of an agency above or below either side, even of one left long ago", async () => {
    const { scene, other, source } = await copiedScene();
    const above = addAgency(scene.world, "33", "Provinsi Jawa Tengah");
    scene.world.ctx.db.update(agencies).set({ parentId: above }).where(eq(agencies.id, other.agencyId)).run();
    const member = addMember(scene.world, { agencyId: above, name: "Penyaring dari provinsi", role: "writer" });
    const torn = { ...member, grants: [...scene.screener.grants] };
    expect(getSimilarityPanel(scene.as(torn), source).pairs).toEqual([]);
    expect(listPairPage(scene.as(torn), { editionId: scene.editionId, ...all }).total).toBe(0);
    scene.world.ctx.db.update(agencyMembers).set({ removedAt: 1 }).where(eq(agencyMembers.userId, member.userId)).run();
    expect(listPairPage(scene.as(torn), { editionId: scene.editionId, ...all }).total).toBe(0);
  });

  it("does not exist for writers, admins, assessors and other editions", async () => {
    const { scene, source } = await copiedScene();
    for (const actor of [scene.writer, scene.admin, scene.world.person("Penilai", `edition:${scene.editionId}:evaluator`), scene.world.person("Lain", "edition:edn_x:screener"), null]) {
      expect(refusalOf(() => getSimilarityPanel(scene.as(actor), source))).toBe("proposals.unknown");
      expect(refusalOf(() => listPairPage(scene.as(actor), { editionId: scene.editionId, ...all }))).toBe("competitions.editionUnknown");
    }
  });

  it("lists by the greater share, filters, and costs the same for one pair and for three", async () => {
    const { scene, source, other } = await copiedScene();
    const organiser = scene.as(scene.organiser);
    const statements = () => countStatements(organiser, () => listPairPage(organiser, { editionId: scene.editionId, ...all }));
    const one = statements();
    entered(other, { title: "apotek singgah!", text: textOf(50, 300) });
    entered(fromAgency(scene, "33.75", "Kota Pekalongan"), { title: "Salinan", text: `${textOf(2, 250)} ${textOf(1, 150)}` });
    await compared(scene);
    const page = listPairPage(organiser, { editionId: scene.editionId, ...all });
    expect(page.total).toBe(4);
    expect(statements()).toBe(one);
    const shares = page.rows.map((row) => Math.max(row.shareBp, row.otherShareBp));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(page.rows[0]).toMatchObject({ shareBp: 10_000 });
    expect(listPairPage(organiser, { editionId: scene.editionId, ...all, kind: "resubmission" }).total).toBe(0);
    expect(listPairPage(organiser, { editionId: scene.editionId, ...all, state: "unseen" }).total).toBe(4);
    expect(panel(scene, source).pairs).toHaveLength(3);
  });
});

describe("rules", () => {
  it("belong to the newer entry: by year, then by when the edition was made, then by id", () => {
    const place = { year: 2026, createdAt: 1, id: "prop_b" };
    expect(isNewer(place, { ...place, year: 2025, id: "prop_a" })).toBe(true);
    expect(isNewer(place, { ...place, createdAt: 2 })).toBe(false);
    expect([isNewer(place, { ...place, id: "prop_c" }), isNewer(place, { ...place, id: "prop_a" })]).toEqual([true, false]);
  });

  it("ask the same agency's later entry, and call no pair of one edition a new entry", () => {
    const side = { editionId: "e1", agencyId: "a1" };
    expect(kindOfPair(side, side)).toBe("sameEdition");
    expect(kindOfPair(side, { ...side, editionId: "e0" })).toBe("resubmission");
    expect(kindOfPair(side, { editionId: "e0", agencyId: "a2" })).toBe("earlierEdition");
  });

  it("let a judgement stand only on what was judged", () => {
    const judged = { shareBp: 3_400, otherShareBp: 100, sameTitle: false, state: "fair" as const };
    expect(staysJudged(judged, judged)).toBe(true);
    for (const change of [{ shareBp: 3_500 }, { otherShareBp: 0 }, { sameTitle: true }]) expect(staysJudged(judged, { ...judged, ...change })).toBe(false);
  });
});
