import { describe, expect, it } from "vitest";
import { attachFile } from "#app/features/proposals/attachments/operations.server.ts";
import { saveAnswers } from "#app/features/proposals/operations.server.ts";
import { reviseSubmitted, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import { getReceipt } from "#app/features/proposals/submission/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { findReceiptProof, getVersionsPage } from "#app/features/proposals/versions/queries.server.ts";
import { compareFiles, compareTexts, pairOf, readDigest } from "#app/features/proposals/versions/rules.ts";
import { kept, makeScene, pdf, refusalOf, type Scene, submitted } from "#tests/features/proposals/scene.ts";

const last = { from: null, to: null };
const reads = (first: string, second: string): string =>
  compareTexts(first, second)
    .map(({ runs }) => runs.map(({ text, in: place }) => (place === "both" ? text : place === "first" ? `[-${text}-]` : `[+${text}+]`)).join(""))
    .join("\n");

describe("what two texts differ in", () => {
  it("is told word by word inside a paragraph that changed, and not at all in one that did not", () => {
    expect(reads("Obat sampai di pulau.\nSetiap bulan.", "Obat sampai di dua pulau.\nSetiap bulan.")).toBe("Obat sampai di [+dua +]pulau.\nSetiap bulan.");
  });

  it("is told paragraph by paragraph where whole paragraphs came or went", () => {
    expect(reads("a\nb\nc", "a\nc")).toBe("a\n[-b-]\nc");
    expect(reads("a\nc", "a\nb\nc")).toBe("a\n[+b+]\nc");
    expect(reads("", "baru")).toBe("[+baru+]");
    expect(reads("lama", "")).toBe("[-lama-]");
  });

  it("gives both texts back word for word, empty lines apart", () => {
    const pairs = [["satu dua tiga\n\nempat", "satu tiga\nempat lima"], ["a b", "b a"], ["x\ny\nz", "q\nx\nz\n"]] as const;
    for (const [first, second] of pairs) {
      const blocks = compareTexts(first, second);
      const side = (place: "first" | "second"): string =>
        blocks
          .filter(({ runs }) => runs.some((run) => run.in === "both" || run.in === place) || runs.length === 0)
          .map(({ runs }) => runs.filter((run) => run.in === "both" || run.in === place).map(({ text }) => text).join(""))
          .join("\n");
      const filled = (text: string): string[] => text.split("\n").filter(Boolean);
      expect([filled(side("first")), filled(side("second"))]).toEqual([filled(first), filled(second)]);
    }
  });

  it("sets the longest texts that have nothing in common whole beside one another", () => {
    const text = (word: string) => Array.from({ length: 9_000 }, (_, index) => `${word}${index}`).join(" ");
    const [block] = compareTexts(text("satu"), text("dua"));
    expect(block?.runs.map((run) => run.in)).toEqual(["first", "second"]);
  });
});

describe("what happened to a file", () => {
  const file = (sha256: string, fileName = "a.pdf") => [{ fieldKey: "surat", fileName, sha256 }];
  it.each([
    ["added", [], file("1")],
    ["removed", file("1"), []],
    ["replaced", file("1"), file("2")],
    ["renamed", file("1"), file("1", "b.pdf")],
  ] as const)("%s", (kind, first, second) => {
    expect(compareFiles(first, second).map((change) => change.kind)).toEqual([kind]);
  });
  it("is nothing where content and name are the same", () => {
    expect(compareFiles(file("1"), file("1"))).toEqual([]);
  });
});

it("compares the last two versions unless two others are asked for, the older always first", () => {
  expect(pairOf([3, 2, 1], last)).toEqual({ from: 2, to: 3 });
  expect(pairOf([3, 2, 1], { from: 3, to: 1 })).toEqual({ from: 1, to: 3 });
  expect(pairOf([3, 2, 1], { from: 9, to: 1 })).toEqual({ from: 2, to: 3 });
  expect(pairOf([1], last)).toBeNull();
});

/** Submitted, opened again, changed and submitted again. */
function secondVersion(scene: Scene): { proposalId: ProposalId; first: string; second: string } {
  const { proposalId, receipt } = submitted(scene);
  const admin = scene.as(scene.admin);
  reviseSubmitted(admin, { proposalId });
  saveAnswers(admin, { proposalId, answers: { ringkasan: "obat sampai di dua pulau" } });
  attachFile(admin, { proposalId, fieldKey: "surat", fileName: "Surat baru.pdf", file: kept(scene, pdf("baru")) });
  return { proposalId, first: receipt.sha256, second: submitProposal(admin, { proposalId, accepted: true }).sha256 };
}

describe("the versions of a proposal", () => {
  it("all stay, each with its own SHA-256, and tell what the later one changed", () => {
    const scene = makeScene();
    const { proposalId, first, second } = secondVersion(scene);
    const { versions, comparison } = getVersionsPage(scene.as(scene.writer), proposalId, last);
    expect(versions.map(({ version, sha256 }) => [version, sha256])).toEqual([[2, second], [1, first]]);
    expect(comparison?.texts.map(({ key, kind }) => [key, kind])).toEqual([["ringkasan", "changed"]]);
    expect(comparison?.files).toEqual([{ kind: "replaced", from: "Surat pernyataan.pdf", to: "Surat baru.pdf", label: { id: "surat", en: "surat (en)" } }]);
    expect(comparison?.same.map(({ key }) => key)).toContain("title");
  });

  it("do not exist for anybody outside the agency, who may at most read the one that stands", () => {
    const scene = makeScene();
    const { proposalId } = secondVersion(scene);
    const office = scene.as(scene.world.person("Sekretariat", `edition:${scene.editionId}:organiser`));
    expect(refusalOf(() => getVersionsPage(office, proposalId, last))).toBe("proposals.unknown");
    expect(refusalOf(() => getReceipt(office, proposalId, 1))).toBe("proposals.unknown");
    expect(getReceipt(office, proposalId, 2).version).toBe(2);
  });

  it("each have a receipt of their own, which says whether it still stands", () => {
    const scene = makeScene();
    const { proposalId, first, second } = secondVersion(scene);
    const of = (version?: number) => getReceipt(scene.as(scene.writer), proposalId, version);
    expect([of(1), of(2), of()].map(({ sha256, isStanding }) => [sha256, isStanding])).toEqual([[first, false], [second, true], [second, true]]);
    expect(refusalOf(() => of(3))).toBe("proposals.unknown");
  });
});

describe("the proof of a receipt", () => {
  it("is given for the number and the whole SHA-256 of any version, however its digits are grouped, and tells nothing of the content", () => {
    const scene = makeScene();
    const { first, second } = secondVersion(scene);
    const grouped = (first.toUpperCase().match(/.{1,16}/g) ?? []).join(" ");
    const proof = findReceiptProof(scene.world.ctx, { number: " 2026-0001 ", sha256: grouped });
    expect(proof?.version).toBe(1);
    expect(Object.keys(proof ?? {}).toSorted()).toEqual(["edition", "number", "receivedAt", "rehearsal", "version", "zone"]);
    expect(findReceiptProof(scene.world.ctx, { number: "2026-0001", sha256: second })?.version).toBe(2);
  });

  it("is not given for another number, a part of the digest, or what is no digest", () => {
    const scene = makeScene();
    const { first } = secondVersion(scene);
    const asked = [["2026-0002", first], ["2025-0001", first], ["2026-0001", first.slice(0, 63)], ["2026-0001", `${first.slice(0, 63)}x`], ["", ""]] as const;
    for (const [number, sha256] of asked) expect(findReceiptProof(scene.world.ctx, { number, sha256 })).toBeUndefined();
    expect(readDigest(first)).toBe(first);
  });
});
