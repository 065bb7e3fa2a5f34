import { describe, expect, it } from "vitest";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { checkpointText, signedNote } from "#app/features/audit/checkpoints/rules.ts";
import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { eraseRecordsNaming } from "#app/features/audit/privacy/operations.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const act = (world: World, times: number) =>
  inTransaction(world.ctx, () => {
    for (let at = 0; at < times; at += 1) recordAudit(world.ctx, { action: "test.act", subject: { kind: "thing", id: `t${at}` }, data: { at } });
    return signCheckpoint(world.ctx, { reason: "asked" });
  });

describe("checkpoints", () => {
  const lie = (world: World, statement: string) => {
    for (const name of ["audit_entries_no_delete", "audit_entries_no_rewrite", "audit_checkpoints_no_delete", "audit_checkpoints_no_rewrite"]) {
      world.ctx.db.$client.exec(`drop trigger ${name}`);
    }
    world.ctx.db.$client.exec(statement);
  };
  const named = (world: World, notes: string[] = []) =>
    examineLog(world.ctx, { notes, publicKeyPem: world.ctx.keys.audit.publicKeyPem }).named.map(({ fault, seq }) => [fault, seq]);

  it("are held against the log, the stored blocks and the key", () => {
    const world = makeWorld();
    const { note } = act(world, 300);
    act(world, 300);
    expect(named(world, [note])).toEqual([]);
    expect(examineLog(world.ctx)).toMatchObject({ entries: 600, checkpoints: 2, signatures: false, faults: 0 });
  });

  it("name a log that was cut off, and one that was written anew", () => {
    const world = makeWorld();
    const { note } = act(world, 300);
    const other = makeWorld();
    inTransaction(other.ctx, () => recordAudit(other.ctx, { action: "test.act", subject: { kind: "thing", id: "another" } }));
    act(other, 299);
    expect(named(other, [note])).toEqual([["given", 300]]);
    lie(world, "delete from audit_entries where seq > 290");
    expect(named(world, [note])).toEqual([["checkpoint", 300], ["given", 300]]);
  });

  it.each([
    ["update audit_checkpoints set root = '00'", ["checkpoint", 300]],
    ["update audit_checkpoints set note = replace(note, '300', '301')", ["checkpoint", 300]],
    ["update audit_blocks set hash = root from audit_checkpoints", ["block", 256]],
  ])("name what was changed: %s", (statement, fault) => {
    const world = makeWorld();
    act(world, 300);
    lie(world, statement);
    expect(named(world)[0]).toEqual(fault);
  });

  it("name a signature of somebody else, and a text that is no checkpoint", () => {
    const world = makeWorld();
    const { size, root } = act(world, 3);
    const text = checkpointText({ origin: "localhost:3000/audit", size, root: Buffer.from(root, "hex") });
    const forged = signedNote(text, "localhost:3000/audit", world.ctx.keys.award);
    expect(named(world, [forged, "no checkpoint"])).toEqual([["signature", 3], ["unreadable", null]]);
  });
});

describe("erasing a person's words", () => {
  it("leaves a state that still equals the log", () => {
    const world = makeWorld();
    const { ctx } = world;
    const at = (name: string) =>
      inTransaction(ctx, () => {
        ctx.db.$client.prepare("insert into conflicts (id, edition_id, user_id, source, reason, declared_at) values (?, 'edn_x', 'usr_x', 'declared', 'alasan', 1)").run(`coi_${name}`);
        recordAudit(ctx, { action: "test.act", subject: { kind: "thing", id: "a" }, data: { name } });
      });
    ctx.db.$client.pragma("foreign_keys = OFF");
    at("Ani");
    at("Budi");
    expect(eraseRecordsNaming(ctx, { userId: ctx.newId("user"), name: "Ani", email: "ani@contoh.go.id" })).toBe(1);
    expect(examineLog(ctx)).toMatchObject({ entries: 3, erased: 1, rows: 2, faults: 0 });
    ctx.db.$client.exec("update conflicts set reason = 'lain'");
    expect(examineLog(ctx).named.map(({ fault, row, seq }) => [fault, row, seq])).toEqual([["changed", "coi_Ani", 3], ["changed", "coi_Budi", 2]]);
  });

  it("takes up rows from before a later version added a column to their table", () => {
    const world = makeWorld();
    const { ctx } = world;
    ctx.db.$client.pragma("foreign_keys = OFF");
    inTransaction(ctx, () => {
      ctx.db.$client.exec("insert into conflicts (id, edition_id, user_id, source, reason, declared_at) values ('coi_a', 'edn_x', 'usr_x', 'declared', 'alasan', 1)");
      recordAudit(ctx, { action: "test.act", subject: { kind: "thing", id: "a" }, data: { name: "Ani" } });
    });
    ctx.db.$client.exec("alter table conflicts add column later integer");
    eraseRecordsNaming(ctx, { userId: ctx.newId("user"), name: "Ani", email: "ani@contoh.go.id" });
    expect(examineLog(ctx)).toMatchObject({ erased: 1, rows: 1, faults: 0 });
  });
});
