import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Autosaver, pauses, type Sent } from "#app/components/autosaver.ts";
import { draftKey, forgetAllDrafts, keepDraft, listDrafts } from "#app/components/kept-drafts.ts";
import type { KeptEntries } from "#app/components/kept-entries.ts";

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** A form of one field and a server that answers what the test says. */
function desk(answers: Sent<string>[]) {
  const box = { text: "" };
  const seen = { sent: [] as string[], kept: null as string | null, phases: [] as string[] };
  const textOf = (entries: KeptEntries): string => entries[0]?.[1] ?? "";
  const saver = new Autosaver<string>({
    read: () => [["text", box.text]],
    keep: (entries) => (seen.kept = textOf(entries)),
    forget: () => (seen.kept = null),
    send: async (entries) => {
      seen.sent.push(textOf(entries));
      return answers.shift() ?? { kind: "saved", answer: "" };
    },
    answered: () => {},
    changed: (phase) => seen.phases.push(phase),
  });
  const type = (text: string) => {
    box.text = text;
    saver.touch(Date.now());
  };
  return { saver, seen, type };
}

describe("saving by itself", () => {
  it("sends within two seconds of the last key, once for a burst, and then keeps nothing on the device", async () => {
    const { seen, type } = desk([]);
    for (const text of ["a", "ab", "abc"]) {
      type(text);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect([seen.sent, seen.kept]).toEqual([[], "abc"]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([seen.sent, seen.kept, seen.phases]).toEqual([["abc"], null, ["saving", "saved"]]);
  });

  it("does not wait for a pause that never comes", async () => {
    const { seen, type } = desk([]);
    for (let key = 0; key < 40; key += 1) {
      type(`${key}`);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(seen.sent.length).toBeGreaterThanOrEqual(1);
    expect(pauses.longest).toBeLessThan(12_000);
  });

  it("keeps the text on the device while the server is away, and tries again until it is acknowledged", async () => {
    const { seen, type } = desk([{ kind: "away" }, { kind: "failed" }, { kind: "away" }]);
    type("isi");
    await vi.advanceTimersByTimeAsync(1_500);
    expect([seen.phases.at(-1), seen.kept]).toEqual(["away", "isi"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([seen.phases.at(-1), seen.kept, seen.sent.length]).toEqual(["saved", null, 4]);
  });

  it("tries at once when the network is back", async () => {
    const { saver, seen, type } = desk([{ kind: "away" }, { kind: "away" }, { kind: "away" }]);
    type("isi");
    await vi.advanceTimersByTimeAsync(8_000);
    const before = seen.sent.length;
    await saver.resume();
    expect(seen.sent.length).toBe(before + 1);
  });

  it("asks nobody again while the session is over, keeps every further key, and goes on after signing in", async () => {
    const { saver, seen, type } = desk([{ kind: "signedOut", message: null }]);
    type("satu");
    await vi.advanceTimersByTimeAsync(1_500);
    type("satu dua");
    await vi.advanceTimersByTimeAsync(60_000);
    expect([seen.sent, seen.kept]).toEqual([["satu"], "satu dua"]);
    await saver.resume();
    expect([seen.sent, seen.kept]).toEqual([["satu", "satu dua"], null]);
  });

  it("keeps what was refused on the device and does not send it again unchanged", async () => {
    const { seen, type } = desk([{ kind: "refused", answer: "bentrok" }]);
    type("isi");
    await vi.advanceTimersByTimeAsync(60_000);
    expect([seen.sent, seen.phases.at(-1)]).toEqual([["isi"], "refused"]);
  });

  it("saves what is typed while a save is on its way, afterwards", async () => {
    const { saver, seen, type } = desk([]);
    type("a");
    const first = saver.flush();
    type("ab");
    await first;
    await vi.advanceTimersByTimeAsync(2_000);
    expect([seen.sent, seen.kept]).toEqual([["a", "ab"], null]);
  });

  it("sends once more when the page goes, and nothing after it has gone", async () => {
    const { saver, seen, type } = desk([{ kind: "away" }]);
    type("isi");
    saver.leave();
    saver.leave();
    saver.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([seen.sent, seen.kept]).toEqual([["isi"], "isi"]);
  });
});

function memory(): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  };
}

describe("what lies on the device", () => {
  const draft = (owner: string, at: number, text = "isi") => ({ owner, place: "/p", at, entries: [["text", text]] as const });

  it("is given to its owner only, the newest first", () => {
    const storage = memory();
    keepDraft(storage, draftKey("1"), draft("siti", 1));
    keepDraft(storage, draftKey("2"), draft("siti", 2));
    keepDraft(storage, draftKey("3"), draft("budi", 3));
    expect(listDrafts(storage, "siti", 10).map(({ draft: { at } }) => at)).toEqual([2, 1]);
    expect(listDrafts(storage, "budi", 10).map(({ draft: { at } }) => at)).toEqual([3]);
  });

  it("is forgotten after a week, when it cannot be read, and wholly on request, without touching anything else", () => {
    const storage = memory();
    storage.setItem("lain", "tetap");
    storage.setItem(draftKey("rusak"), "{");
    keepDraft(storage, draftKey("lama"), draft("siti", 0));
    expect(listDrafts(storage, "siti", 7 * 24 * 3_600_000 + 1)).toEqual([]);
    expect(storage.length).toBe(1);
    keepDraft(storage, draftKey("baru"), draft("siti", 5));
    forgetAllDrafts(storage);
    expect([storage.length, storage.getItem("lain")]).toEqual([1, "tetap"]);
  });

  it("says when the browser refuses to keep it", () => {
    const full = { ...memory(), setItem: () => { throw new Error("quota"); } };
    expect(keepDraft(full, draftKey("1"), draft("siti", 1))).toBe(false);
  });
});
