import { describe, expect, it } from "vitest";
import { verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import { approveList, finaliseList, replaceEntry, signMinutes } from "#app/features/ranking/operations.server.ts";
import { packArchive, unpackArchive } from "#app/features/ranking/bundle/archive/rules.ts";
import { getBundle } from "#app/features/ranking/bundle/queries.server.ts";
import { withManifest } from "#app/features/ranking/bundle/rules.ts";
import { verifyBundle } from "#app/features/ranking/bundle/verifying/rules.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { month, refusalOf } from "#tests/features/ranking/edition.ts";
import { makeCalibrated, makeProvisional, minutes } from "#tests/features/ranking/scene.ts";

function publish(scene: ReturnType<typeof makeCalibrated>, listId = scene.listId): void {
  signMinutes(scene.as(scene.chair), { listId, ...minutes });
  approveList(scene.as(scene.signatory), { listId });
}

/** The bundle with one file written anew and a manifest to match: what somebody would make who wants another list. */
function forged(bytes: Buffer, name: string, change: (text: string) => string): Buffer {
  const { "manifest.json": _manifest, ...files } = unpackArchive(bytes) ?? {};
  return packArchive(withManifest({ ...files, [name]: change(files[name] ?? "") }));
}

const codes = (bytes: Buffer): string[] => verifyBundle(bytes, { key: null }).faults.map(({ code }) => code);

describe("the bundle of a published list", () => {
  const scene = makeCalibrated();
  publish(scene);
  const organiser = scene.as(scene.organiser);
  const { bytes } = getBundle(organiser, scene.listId);

  it("recomputes every row and the model, and fits the log and the key that was kept", () => {
    const verdict = verifyBundle(bytes, { key: verifierKey(scene.world.ctx) });
    const { digest } = getList(scene.world.ctx, scene.listId);
    expect(verdict).toEqual({
      ...{ ok: true, rows: 4, sheets: 8, faults: [], list: { key: "top2", version: 1, status: "provisional", digest } },
      notes: [{ code: "sources", detail: "" }, { code: "noCommitment", detail: "" }],
    });
  });

  it("is the same whoever makes it and when", () => {
    expect(getBundle(scene.as(scene.chair, month(4)), scene.listId).bytes.equals(bytes)).toBe(true);
  });

  it("names no assessor, no agency and no title", () => {
    const text = bytes.toString("utf8");
    const secrets = [...scene.readers.map(({ userId }) => userId), "Penilai 02", "Kabupaten Satu", "Inovasi 1"];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it("names the file in which a byte was changed, or the byte from which it is no bundle", () => {
    const detailAt = (at: number): string | undefined => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      return verifyBundle(changed, { key: null }).faults[0]?.detail;
    };
    const list = bytes.indexOf('"digest":');
    expect([detailAt(list + 12), detailAt(bytes.indexOf('"sheets":') + 1), detailAt(10)]).toEqual(["list.json", "inputs.json", "10"]);
  });

  it("does not fit with any byte of it changed", () => {
    const unseen: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      if (unpackArchive(changed) !== null && codes(changed).length === 0) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });

  it.each([
    ["a mark", "inputs.json", (text: string) => text.replace(/"kebaruan":\d+/, '"kebaruan":9999'), ["inputs", "row", "model"]],
    ["the place of an entry", "list.json", (text: string) => text.replace('"listed":true', '"listed":false'), ["row", "digest"]],
    ["the digest", "list.json", (text: string) => text.replace(/"digest":"../, '"digest":"zz'), ["digest", "record"]],
    ["a record of the log", "proofs.json", (text: string) => text.replace("ranking.approve", "ranking.approva"), ["proof"]],
    ["what is no list", "list.json", () => "{}", ["shape"]],
  ])("does not fit with %s written anew and a manifest to match", (_what, name, change, expected) => {
    expect(codes(forged(bytes, name, change)).slice(0, expected.length)).toEqual(expected);
  });

  it("names the first row and field that differ", () => {
    const found = verifyBundle(forged(bytes, "list.json", (text) => text.replace('"listed":true', '"listed":false')), { key: null });
    expect(found.faults[0]).toEqual({ code: "row", detail: "1 (1) listed: false / true" });
  });

  it("does not fit another key, and says so when it was given none", () => {
    const { world } = scene;
    const foreign = verifierKey({ ...world.ctx, keys: { ...world.ctx.keys, audit: world.ctx.keys.award } });
    expect(verifyBundle(bytes, { key: foreign }).faults).toEqual([{ code: "proof", detail: "checkpoint" }]);
    expect(verifyBundle(bytes, { key: null }).notes.map(({ code }) => code)).toContain("ownKey");
  });
});

it("recomputes a version from which an entry was taken after an upheld objection", () => {
  const scene = makeCalibrated();
  publish(scene);
  const next = replaceEntry(scene.as(scene.organiser), { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan 2026/SG/0001", publicNote: "Sanggahan diterima." });
  publish(scene, next);
  const verdict = verifyBundle(getBundle(scene.as(scene.organiser), next).bytes, { key: null });
  expect([verdict.ok, verdict.rows, verdict.faults]).toEqual([true, 3, []]);
});

it("is everybody's once the list is final; before, only of those who run, chair or examine it, and of nobody whose agency is on it", () => {
  const scene = makeProvisional();
  const ask = (ctx: ReturnType<typeof scene.as>): string => refusalOf(() => getBundle(ctx, scene.listId));
  const people = [scene.organiser, scene.chair, scene.signatory, scene.evaluator, scene.admins[0]!, null];
  expect(people.map((one) => ask(scene.as(one)))).toEqual(["done", "done", ...Array<string>(4).fill("ranking.listUnknown")]);
  finaliseList(scene.as(scene.organiser, month(5)), { listId: scene.listId, decreeNumber: "KEP-1/2026", decreeDate: "2026-05-20" });
  expect(people.map((one) => ask(scene.as(one)))).toEqual(Array<string>(6).fill("done"));
  expect(verifyBundle(getBundle(scene.as(null), scene.listId).bytes, { key: null }).ok).toBe(true);
});
