import { describe, expect, it } from "vitest";
import { checkQuorum, checkTable, differing, signaturesNeeded, standingReadings } from "#app/features/ranking/signers/rules.ts";
import type { Presence, SignerLine } from "#app/features/ranking/signers/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";

const user = (name: string): Id<"user"> => `usr_${name}` as Id<"user">;
const panel = ["ketua", "a", "b", "c", "d"].map((name) => ({ userId: user(name), isChair: name === "ketua" }));
const line = (name: string, presence: Presence = "signed", reason = ""): SignerLine => ({ userId: user(name), presence, reason });

describe("the quorum of minutes", () => {
  it("is the chair alone, more than half, two thirds rounded up, or everybody", () => {
    const needed = (["chair", "majority", "twoThirds", "all"] as const).map((quorum) => [1, 2, 4, 5, 6].map((seats) => signaturesNeeded(quorum, seats)));
    expect(needed).toEqual([
      [1, 1, 1, 1, 1],
      [1, 2, 3, 3, 4],
      [1, 2, 3, 4, 4],
      [1, 2, 4, 5, 6],
    ]);
  });

  it.each([
    [["ketua", "a", "b"], "done"],
    [["ketua", "a"], "ranking.quorumMissing"],
    [["a", "b", "c", "d"], "ranking.chairMissing"],
    // Whoever has no seat counts for nothing.
    [["ketua", "a", "lain"], "ranking.quorumMissing"],
  ])("of a panel of five, with the signatures of %j: %s", (names, outcome) => {
    expect(refusalOf(() => checkQuorum("majority", panel, names.map(user)))).toBe(outcome);
  });
});

describe("a table of signers", () => {
  const whole = [line("ketua"), line("a"), line("b"), line("c", "absent", "Sakit"), line("d", "abstained")];

  it.each<[string, SignerLine[], string]>([
    ["every seat once", whole, "done"],
    ["a seat left out", whole.slice(1), "ranking.signersIncomplete"],
    ["a seat twice", [...whole.slice(1), line("a")], "ranking.signersIncomplete"],
    ["somebody else", [...whole.slice(1), line("lain")], "ranking.signersIncomplete"],
    ["an absence without its reason", [...whole.slice(0, 4), line("d", "absent")], "ranking.signersIncomplete"],
    ["a reason without an absence", [...whole.slice(0, 4), line("d", "signed", "Sakit")], "ranking.signersIncomplete"],
  ])("with %s", (_name, lines, outcome) => {
    expect(refusalOf(() => checkTable(panel, lines))).toBe(outcome);
  });

  it("differs from another by presence, by reason, and by who is in it", () => {
    const other = [line("ketua"), line("a", "absent", "Dinas"), line("b"), line("c", "absent", "Cuti")];
    expect([differing(whole, whole.toReversed()), differing(whole, other)]).toEqual([[], ["a", "c", "d"].map(user)]);
  });

  it("stands against the one of whoever handed the scan in until he says the same or something newer", () => {
    const reading = (number: number, by: string, lines: SignerLine[]) => ({ reading: number, statedBy: user(by), statedAt: number, lines });
    const [stated, against, again] = [reading(1, "kantor", whole), reading(2, "ketua", [line("ketua")]), reading(3, "kantor", [line("ketua")])];
    const of = (...readings: (typeof stated)[]) => standingReadings(readings, user("kantor"));
    expect([of(stated), of(stated, against), of(stated, against, again), of(stated, { ...stated, reading: 2, statedBy: user("ketua") }).against]).toEqual([
      { stated, against: null },
      { stated, against },
      { stated: again, against: null },
      null,
    ]);
  });
});
