import { describe, expect, it } from "vitest";
import { notePresence, restoreAnswer, sweepDrafting } from "#app/features/proposals/drafting/operations.server.ts";
import { getRevisionsPage } from "#app/features/proposals/drafting/queries.server.ts";
import { changedMiddle, combineTexts, compareWords, joinTexts, keptFor, piecesOf } from "#app/features/proposals/drafting/rules.ts";
import { createProposal, saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { findAnswers } from "#app/features/proposals/store.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { seededRandom } from "#app/lib/random.ts";
import { addMember, asked, makeScene, refusalOf, type Scene, whole } from "#tests/features/proposals/scene.ts";

const paragraphs = (...lines: string[]) => lines.join("\n");

describe("joining two texts that began as one", () => {
  const base = paragraphs("Satu.", "", "Dua.", "", "Tiga.");

  it("takes both changes where they lie in different paragraphs", () => {
    const mine = paragraphs("Satu saya.", "", "Dua.", "", "Tiga.");
    const theirs = paragraphs("Satu.", "", "Dua.", "", "Tiga mereka.", "", "Empat.");
    expect(joinTexts({ base, mine, theirs })).toBe(paragraphs("Satu saya.", "", "Dua.", "", "Tiga mereka.", "", "Empat."));
  });

  it("takes both changes in neighbouring paragraphs without a line between them", () => {
    const joined = joinTexts({ base: paragraphs("a", "b"), mine: paragraphs("A", "b"), theirs: paragraphs("a", "B") });
    expect(joined).toBe(paragraphs("A", "B"));
  });

  it("takes a removed paragraph and a changed other one", () => {
    const joined = joinTexts({ base, mine: paragraphs("Satu.", "", "Tiga."), theirs: paragraphs("Satu lagi.", "", "Dua.", "", "Tiga.") });
    expect(joined).toBe(paragraphs("Satu lagi.", "", "Tiga."));
  });

  it("joins nothing where one paragraph was changed twice, where both wrote on, or where the beginning is lost", () => {
    expect(joinTexts({ base, mine: base.replace("Dua.", "Dua saya."), theirs: base.replace("Dua.", "Dua mereka.") })).toBeNull();
    expect(joinTexts({ base: "", mine: "saya", theirs: "mereka" })).toBeNull();
    expect(joinTexts({ base: null, mine: "saya", theirs: "mereka" })).toBeNull();
  });

  it("finds no collision in the same change made twice", () => {
    expect(joinTexts({ base: "a", mine: "b", theirs: "b" })).toBe("b");
    expect(joinTexts({ base: null, mine: "b", theirs: "b" })).toBe("b");
  });

  it("joins nothing into a text longer than an answer may be", () => {
    const long = "kata ".repeat(7_000);
    expect(joinTexts({ base: "x", mine: `${long}\nx`, theirs: `x\n${long}` })).toBeNull();
  });

  it("combines what collides, the own paragraph first, and loses no paragraph of either", () => {
    const texts = { base, mine: base.replace("Dua.", "Dua saya."), theirs: base.replace("Dua.", "Dua mereka.") };
    expect(combineTexts(texts)).toBe(paragraphs("Satu.", "", "Dua saya.", "Dua mereka.", "", "Tiga."));
    expect(combineTexts({ base: null, mine: "a\nb", theirs: "a\nc" })).toBe("a\nb\nc");
  });

  it("keeps every paragraph that anybody added, whatever was written (300 random texts)", () => {
    const random = seededRandom(7);
    for (let round = 0; round < 300; round += 1) {
      const start = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, index) => `p${index}`);
      const change = (who: string) =>
        start.flatMap((line, index) => {
          const dice = random();
          if (dice < 0.15) return [];
          if (dice < 0.3) return [`${line}${who}`];
          return dice < 0.45 ? [line, `${who}${index}`] : [line];
        });
      const [mine, theirs] = [change("x"), change("y")];
      const pieces = piecesOf({ base: start.join("\n"), mine: mine.join("\n"), theirs: theirs.join("\n") });
      const all = new Set(pieces.flatMap((piece) => (piece.kind === "agreed" ? piece.lines : [...piece.mine, ...piece.theirs])));
      const added = [...mine, ...theirs].filter((line) => !start.includes(line));
      expect(added.filter((line) => !all.has(line))).toEqual([]);
      expect(joinTexts({ base: start.join("\n"), mine: mine.join("\n"), theirs: start.join("\n") })).toBe(mine.join("\n"));
    }
  });
});

describe("showing two texts", () => {
  it("marks the words that only one of them has, and loses no sign of either", () => {
    const runs = compareWords("obat sampai di pulau", "obat sampai di setiap pulau");
    expect(runs.filter((run) => run.in !== "both").map((run) => [run.in, run.text.trim()])).toEqual([["second", "setiap"]]);
    const side = (which: "first" | "second") => runs.filter((run) => run.in === "both" || run.in === which).map((run) => run.text).join("");
    expect([side("first"), side("second")]).toEqual(["obat sampai di pulau", "obat sampai di setiap pulau"]);
  });

  it("finds the middle that changed, so that a caret outside it stays", () => {
    expect(changedMiddle("abXde", "abYYde")).toEqual({ start: 2, end: 3, text: "YY" });
    expect(changedMiddle("aa", "aaa")).toEqual({ start: 2, end: 2, text: "a" });
    expect(changedMiddle("sama", "sama")).toEqual({ start: 4, end: 4, text: "" });
  });
});

function draftWith(text: string): { scene: Scene; proposalId: ProposalId; other: Actor } {
  const scene = makeScene();
  const proposalId = createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, ...whole });
  saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: text }, bases: { ringkasan: 0 } });
  return { scene, proposalId, other: addMember(scene.world, { agencyId: scene.agencyId, name: "Penulis Kedua", role: "writer" }) };
}

const standing = (scene: Scene, id: ProposalId) => Object.fromEntries(findAnswers(scene.world.ctx, id).map((one) => [one.fieldKey, one.value]));

describe("two people at one draft", () => {
  it("saves different questions of the same page for both", () => {
    const { scene, proposalId, other } = draftWith("awal");
    saveAnswers(scene.as(other), { proposalId, answers: { ringkasan: "awal", aplikasi: "ya" }, bases: { ringkasan: 1, aplikasi: 0 } });
    const late = saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: "lanjut", aplikasi: "" }, bases: { ringkasan: 1, aplikasi: 0 } });
    expect([late.collisions, late.merged]).toEqual([[], { aplikasi: "ya" }]);
    expect(standing(scene, proposalId)).toEqual({ ringkasan: "lanjut", aplikasi: "ya" });
  });

  it("joins changes of different paragraphs of one text and says so", () => {
    const { scene, proposalId, other } = draftWith("satu\n\ndua");
    saveAnswers(scene.as(other), { proposalId, answers: { ringkasan: "satu\n\ndua mereka" }, bases: { ringkasan: 1 } });
    const late = saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: "satu saya\n\ndua" }, bases: { ringkasan: 1 } });
    expect(late).toMatchObject({ merged: { ringkasan: "satu saya\n\ndua mereka" }, revisions: { ringkasan: 3 }, collisions: [] });
    expect(standing(scene, proposalId)).toEqual({ ringkasan: "satu saya\n\ndua mereka" });
  });

  it("writes over nothing where both changed one paragraph: both texts come back, the other questions are saved", () => {
    const { scene, proposalId, other } = draftWith("awal");
    saveAnswers(scene.as(other), { proposalId, answers: { ringkasan: "punya kedua" }, bases: { ringkasan: 1 } });
    const late = saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: "punya pertama", aplikasi: "ya" }, bases: { ringkasan: 1, aplikasi: 0 } });
    expect(late.revisions).toEqual({ aplikasi: 1 });
    const shown = { value: "punya kedua", revision: 2, at: scene.world.ctx.now, by: "Penulis Kedua" };
    expect(late.collisions).toEqual([{ fieldKey: "ringkasan", base: "awal", standing: shown }]);
    expect(standing(scene, proposalId)).toEqual({ ringkasan: "punya kedua", aplikasi: "ya" });
  });

  it("takes the choice made over the text that was shown", () => {
    const { scene, proposalId, other } = draftWith("awal");
    saveAnswers(scene.as(other), { proposalId, answers: { ringkasan: "punya kedua" }, bases: { ringkasan: 1 } });
    saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: "punya pertama" }, bases: { ringkasan: 2 } });
    expect(standing(scene, proposalId)).toEqual({ ringkasan: "punya pertama" });
  });

  it("joins an identity part by part, and answers parts both changed without saving any", () => {
    const { scene, proposalId, other } = draftWith("awal");
    const was = { ...asked, ...whole };
    saveIdentity(scene.as(other), { proposalId, revision: 1, ...was, title: "Judul kedua", was });
    const joined = saveIdentity(scene.as(scene.writer), { proposalId, revision: 1, ...was, unit: "Puskesmas", was });
    expect([joined.collisions, joined.identity.title, joined.identity.unit]).toEqual([[], "Judul kedua", "Puskesmas"]);
    const late = saveIdentity(scene.as(scene.writer), { proposalId, revision: 1, ...was, title: "Judul pertama", innovator: "Lain", was });
    expect(late.collisions).toEqual([{ part: "title", mine: "Judul pertama", theirs: "Judul kedua" }]);
    const { title, innovator } = getProposal(scene.world.ctx, proposalId);
    expect({ title, innovator }).toEqual({ title: "Judul kedua", innovator: whole.innovator });
  });

  it("names the others who have the draft open, for 45 seconds, and never oneself", () => {
    const { scene, proposalId, other } = draftWith("awal");
    const { now } = scene.world.ctx;
    notePresence(scene.as(other, now), { proposalId, section: "ringkasan" });
    const seen = (by: Actor, later: number) => notePresence(scene.as(by, now + later), { proposalId, section: "identity" });
    expect(seen(scene.writer, 44_000)).toEqual([{ name: "Penulis Kedua", section: "ringkasan" }]);
    expect(seen(scene.writer, 45_000)).toEqual([]);
  });
});

describe("the history of a text", () => {
  it("brings an earlier text back as the newest and keeps what it replaced", () => {
    const { scene, proposalId } = draftWith("pertama");
    saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: "kedua" }, bases: { ringkasan: 1 } });
    restoreAnswer(scene.as(scene.writer), { proposalId, fieldKey: "ringkasan", revision: 1 });
    const { revisions } = getRevisionsPage(scene.as(scene.writer), proposalId, "ringkasan");
    expect(revisions.map(({ revision, value, current }) => [revision, value, current])).toEqual([
      [3, "pertama", true],
      [2, "kedua", false],
      [1, "pertama", false],
    ]);
    const unknown = { proposalId, fieldKey: "ringkasan", revision: 9 };
    expect(refusalOf(() => restoreAnswer(scene.as(scene.writer), unknown))).toBe("proposals.revisionUnknown");
  });

  it("keeps the newest fifty texts, and of older ones the last of every sitting", () => {
    const { scene, proposalId } = draftWith("1");
    const { now } = scene.world.ctx;
    const minute = 60_000;
    for (let save = 2; save <= 120; save += 1) {
      const at = now + save * 1_000 + (save > 20 ? 30 * minute : 0);
      saveAnswers(scene.as(scene.writer, at), { proposalId, answers: { ringkasan: String(save) } });
    }
    const kept = getRevisionsPage(scene.as(scene.writer), proposalId, "ringkasan").revisions.map(({ revision }) => revision);
    // Thinned at the hundredth save: 51 to 100 whatever they are, of the others the last before the break.
    expect(kept).toEqual([...Array.from({ length: 70 }, (_, index) => 120 - index), 20]);
  });

  it("forgets texts after thirty days, never the one that stands", () => {
    const { scene, proposalId } = draftWith("lama");
    saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: "baru" }, bases: { ringkasan: 1 } });
    sweepDrafting({ ...scene.world.ctx, now: scene.world.ctx.now + keptFor });
    const count = () => getRevisionsPage(scene.as(scene.writer), proposalId, "ringkasan").revisions.map(({ value }) => value);
    expect(count()).toEqual(["baru", "lama"]);
    sweepDrafting({ ...scene.world.ctx, now: scene.world.ctx.now + keptFor + 1 });
    expect(count()).toEqual(["baru"]);
  });

  it("is shown to nobody outside the agency", () => {
    const { scene, proposalId } = draftWith("rahasia");
    const stranger = scene.world.person("Orang Lain");
    expect(refusalOf(() => getRevisionsPage(scene.as(stranger), proposalId, "ringkasan"))).toBe("proposals.unknown");
  });
});
