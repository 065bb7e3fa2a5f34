import { describe, expect, it } from "vitest";
import { makeDailyCheckpoint, signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { listCheckpoints, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import { checkpointText, isSignedBy, publicReasonOf, readNote, signedNote } from "#app/features/audit/checkpoints/rules.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { checkpointReasons } from "#db/schema/audit.ts";
import { makeWorld, startOfWorld, type World } from "#tests/support/world.ts";

const day = 24 * 3_600_000;

function act(world: World, times = 1): void {
  inTransaction(world.ctx, () => {
    for (let at = 0; at < times; at += 1) recordAudit(world.ctx, { action: "test.act", subject: { kind: "thing", id: `t${at}` } });
  });
}

const sign = (world: World, editionId?: string) =>
  inTransaction(world.ctx, () => signCheckpoint(world.ctx, { reason: "asked", ...(editionId ? { editionId } : {}) }));

describe("a note", () => {
  const { keys } = makeWorld().ctx;
  const note = signedNote(checkpointText({ origin: "a.go.id/audit", size: 7, root: Buffer.alloc(32, 1) }), "a.go.id/audit", keys.audit);

  it("is three lines, an empty one, and an em dash with name, key id and signature", () => {
    const lines = note.split("\n");
    expect(lines.slice(0, 4)).toEqual(["a.go.id/audit", "7", Buffer.alloc(32, 1).toString("base64"), ""]);
    expect(lines[4]).toMatch(/^\u2014 a\.go\.id\/audit [A-Za-z0-9+/]{91}=$/);
    expect(lines.slice(5)).toEqual([""]);
  });

  it("is read back, and is of the key that signed it alone", () => {
    const read = readNote(note);
    expect(read).toMatchObject({ origin: "a.go.id/audit", size: 7, root: Buffer.alloc(32, 1) });
    expect([keys.audit, keys.award].map(({ publicKeyPem }) => read && isSignedBy(read, publicKeyPem))).toEqual([true, false]);
    const changed = readNote(note.replace("\n7\n", "\n8\n"));
    expect(changed && isSignedBy(changed, keys.audit.publicKeyPem)).toBe(false);
  });

  it("keeps the signatures of others beside ours", () => {
    const cosigned = `${note}${signedNote("x\n1\ny\n", "inspektorat.go.id", keys.award).split("\n\n")[1]}`;
    expect(readNote(cosigned)?.signatures.map(({ name }) => name)).toEqual(["a.go.id/audit", "inspektorat.go.id"]);
  });

  it.each(["", "a\n1\n", note.replace("\u2014", "-"), note.replace("\n7\n", "\n07\n"), note.replace("\n7\n", "\n-7\n")])("is refused where it is none: %j", (text) => {
    expect(readNote(text)).toBe(null);
  });

  it("is checked with a key that names itself", () => {
    expect(verifierKey(makeWorld().ctx)).toMatch(/^localhost:3000\/audit\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/);
  });
});

describe("a checkpoint", () => {
  it("covers every entry, the one of its own act among them, and is made once a size and reason", () => {
    const world = makeWorld();
    act(world, 3);
    const first = sign(world);
    expect([first.number, first.size, readNote(first.note)?.size]).toEqual([1, 3, 3]);
    expect(sign(world)).toEqual(first);
    expect(sign(world, "edn_1")).toMatchObject({ number: 2, size: 3, root: first.root, editionId: "edn_1" });
    act(world);
    expect(sign(world)).toMatchObject({ number: 3, size: 4 });
  });

  it("is refused, and the act with it, when the log no longer continues the last one", () => {
    const world = makeWorld();
    act(world, 5);
    sign(world);
    world.ctx.db.$client.exec("drop trigger audit_entries_no_rewrite; update audit_entries set leaf = replace(leaf, 'a', 'b') where seq = 2");
    const acting = () =>
      inTransaction(world.ctx, () => {
        recordAudit(world.ctx, { action: "test.act", subject: { kind: "thing", id: "x" } });
        signCheckpoint(world.ctx, { reason: "published" });
      });
    expect(acting).toThrow("audit.inconsistent");
    expect([listCheckpoints(world.ctx, { limit: 9 }).length, world.ctx.db.$client.prepare("select count(*) from audit_entries").pluck().get()]).toEqual([1, 5]);
  });

  it("does not tell the public that readings were handed out or minutes signed", () => {
    const shown = checkpointReasons.map((reason) => [reason, publicReasonOf(reason)]);
    expect(shown.filter(([, of]) => of === "act").map(([reason]) => reason)).toEqual(["assigned", "marking", "signed", "asked"]);
    expect(shown.filter(([reason, of]) => of !== "act" && of !== reason)).toEqual([]);
  });

  it("is never changed or taken back", () => {
    const world = makeWorld();
    act(world);
    sign(world);
    for (const statement of ["update audit_checkpoints set size = 9", "delete from audit_checkpoints"]) {
      expect(() => world.ctx.db.$client.exec(statement)).toThrow("checkpoints are kept");
    }
  });
});

describe("the checkpoint of the day", () => {
  it("is made once a day of Jakarta, and not of an empty log", () => {
    const world = makeWorld();
    expect(makeDailyCheckpoint(world.ctx)).toBe(null);
    act(world, 2);
    expect(makeDailyCheckpoint(world.ctx)).toMatchObject({ reason: "daily", size: 2 });
    // The world begins at 09.00 WIB: its day ends 15 hours later.
    const at = (hours: number) => makeDailyCheckpoint(world.at(startOfWorld + hours * 3_600_000).ctx);
    expect(at(14.9)).toBe(null);
    expect(at(15)).toMatchObject({ number: 2, size: 2 });
    expect(makeDailyCheckpoint(world.at(startOfWorld + 2 * day).ctx)).toMatchObject({ number: 3 });
  });

  it("hashes every leaf anew: a leaf changed under a stored node is seen", () => {
    const world = makeWorld();
    act(world, 300);
    sign(world);
    world.ctx.db.$client.exec("drop trigger audit_entries_no_rewrite; update audit_entries set leaf = replace(leaf, 'a', 'b') where seq = 2");
    expect(sign(world)).toMatchObject({ number: 1 });
    expect(() => makeDailyCheckpoint(world.ctx)).toThrow("audit.inconsistent");
  });
});
