import { describe, expect, it } from "vitest";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { listAuditEntries } from "#app/features/audit/log/queries.server.ts";
import { verifyAuditChain } from "#app/features/audit/queries.server.ts";
import { chainOf, chainStart, checkEntry, leafOf, recordOf } from "#app/features/audit/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWorld } from "#tests/support/world.ts";

const fact = (id: string) => ({ action: "test.act", subject: { kind: "thing", id }, editionId: "edn_1", data: { mark: 8400 } });

const all = { actor: "", action: "", subject: "", day: "" };
const listed = (ctx: Ctx) => listAuditEntries(ctx, { editionId: "edn_1", zone: "Asia/Jakarta", filter: all, limit: 10 });

function worldWithThree() {
  const world = makeWorld();
  inTransaction(world.ctx, () => ["a", "b", "c"].forEach((id) => recordAudit(world.ctx, fact(id))));
  return world;
}

describe("audit", () => {
  it("numbers entries without gaps and chains each to the one before", () => {
    const { ctx } = worldWithThree();
    const entries = listed(ctx);
    expect(entries.map((entry) => [entry.seq, entry.subjectId])).toEqual([[3, "c"], [2, "b"], [1, "a"]]);
    expect(verifyAuditChain(ctx)).toMatchObject({ entries: 3, fault: null });
  });

  it("refuses to be written outside the transaction of its act", () => {
    const { ctx } = makeWorld();
    expect(() => recordAudit(ctx, fact("a"))).toThrow("belongs to the transaction");
  });

  it("leaves nothing of an act that was rolled back", () => {
    const { ctx } = makeWorld();
    const failing = () =>
      inTransaction(ctx, () => {
        recordAudit(ctx, fact("a"));
        throw new Error("later fault");
      });
    expect(failing).toThrow("later fault");
    expect(verifyAuditChain(ctx).entries).toBe(0);
  });

  it("keeps what a nested step wrote only if the step succeeded", () => {
    const { ctx } = makeWorld();
    inTransaction(ctx, () => {
      recordAudit(ctx, fact("kept"));
      try {
        inTransaction(ctx, () => {
          recordAudit(ctx, fact("dropped"));
          throw new Error("step");
        });
      } catch {
        recordAudit(ctx, fact("after"));
      }
    });
    expect(listed(ctx).map((e) => e.subjectId)).toEqual(["after", "kept"]);
  });

  it("lets the database refuse a delete and a rewrite, and allows erasing record and salt", () => {
    const { ctx } = worldWithThree();
    const run = (sql: string) => () => ctx.db.$client.exec(sql);
    expect(run("delete from audit_entries where seq = 2")).toThrow("append-only");
    expect(run("update audit_entries set record = '{}' where seq = 2")).toThrow("append-only");
    expect(run("update audit_entries set leaf = 'x' where seq = 2")).toThrow("append-only");
    expect(run("update audit_entries set record = null, salt = null, actor_id = 'usr_x' where seq = 2")).toThrow("append-only");
    expect(run("update audit_entries set record = null, salt = null, at = 0 where seq = 2")).toThrow("append-only");
    run("update audit_entries set record = null, salt = null where seq = 2")();
    expect(verifyAuditChain(ctx).fault).toBe(null);
  });

  it("finds the first entry whose record was changed behind the triggers", () => {
    const { ctx } = worldWithThree();
    ctx.db.$client.exec("drop trigger audit_entries_no_rewrite");
    ctx.db.$client.exec("update audit_entries set record = replace(record, '8400', '9900') where seq = 2");
    expect(verifyAuditChain(ctx).fault).toEqual({ seq: 2, fault: "leaf" });
  });

  it("finds a column that says otherwise than its record", () => {
    const { ctx } = worldWithThree();
    ctx.db.$client.exec("drop trigger audit_entries_no_rewrite");
    ctx.db.$client.exec("update audit_entries set actor_id = 'usr_somebody' where seq = 3");
    expect(verifyAuditChain(ctx).fault).toEqual({ seq: 3, fault: "columns" });
  });

  it("finds a gap and a broken link", () => {
    const columns = { at: 1, actorId: null, editionId: null, action: "test.act", subjectKind: "thing", subjectId: "a" };
    const record = recordOf({ ...columns, seq: 1, data: null });
    const leaf = leafOf("00".repeat(32), record);
    const entry = { ...columns, seq: 1, record, salt: "00".repeat(32), leaf, chain: chainOf(chainStart, leaf) };
    const start = { seq: 0, chain: chainStart };
    expect(checkEntry(start, entry)).toBe(null);
    expect(checkEntry(start, { ...entry, seq: 2 })).toEqual({ seq: 2, fault: "gap" });
    expect(checkEntry(start, { ...entry, chain: leaf })).toEqual({ seq: 1, fault: "chain" });
  });

  it("salts its leaves, so that equal records have different leaves", () => {
    expect(leafOf("00".repeat(32), "{}")).not.toBe(leafOf("01".repeat(32), "{}"));
  });
});
