import { describe, expect, it } from "vitest";
import { erasePerson } from "#app/acts/erase-person.server.ts";
import { exportPerson, personalSections } from "#app/acts/export-person.server.ts";
import { lockAccount, setSystemRole } from "#app/features/accounts/administration/operations.server.ts";
import { updateProfile } from "#app/features/accounts/operations.server.ts";
import { refuseErasure, requestErasure, withdrawErasure } from "#app/features/accounts/privacy/operations.server.ts";
import { findOwnRequest, listOpenErasures } from "#app/features/accounts/privacy/queries.server.ts";
import { personalRecords as actsOf } from "#app/features/audit/privacy/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { verifyAuditChain } from "#app/features/audit/queries.server.ts";
import { fileObjection } from "#app/features/objections/operations.server.ts";
import { sweepFarewells } from "#app/features/notifications/privacy/operations.server.ts";
import { dictionaries } from "#app/i18n/dictionaries.ts";
import { inTransaction } from "#db/client.server.ts";
import { sessions as sessionTable, users } from "#db/schema/accounts.ts";
import { objections } from "#db/schema/objections.ts";
import { outbox } from "#db/schema/notifications.ts";
import { makeScene, refusal } from "#tests/features/accounts/scene.ts";
import { makeProvisional } from "#tests/features/ranking/scene.ts";

const reason = "Saya pindah instansi.";

async function asked() {
  const scene = makeScene();
  const userId = await scene.account("ratna@contoh.go.id", "Ratna Kusuma");
  const actor = { userId, name: "Ratna Kusuma", email: "ratna@contoh.go.id", grants: [] };
  const ctx = { ...scene.world.ctx, actor };
  await scene.enter({ email: "ratna@contoh.go.id" });
  return { ...scene, userId, ctx, requestId: requestErasure(ctx, { reason }) };
}

describe("what is held about a person", () => {
  it("is shown to them by room, other people's left out, and every kind and fact has its words", () => {
    const scene = makeProvisional();
    const people = [scene.organiser, scene.chair, scene.evaluator, ...scene.admins];
    const { kinds, facts, rooms } = dictionaries.id.accounts.data;
    for (const actor of people) {
      const sections = personalSections({ ...scene.world.ctx, actor });
      expect(sections.map(({ room }) => room)).toContain("accounts");
      const records = sections.flatMap((section) => section.records);
      expect(records.filter(({ kind }) => !(kind in kinds))).toEqual([]);
      expect(records.flatMap((record) => Object.keys(record.facts)).filter((fact) => !(fact in facts))).toEqual([]);
      expect(sections.filter(({ room }) => !(room in rooms))).toEqual([]);
      const others = people.filter((one) => one.userId !== actor.userId).map((one) => one.email);
      expect(others.filter((email) => JSON.stringify(sections).includes(email))).toEqual([]);
    }
    const rooms2 = personalSections({ ...scene.world.ctx, actor: scene.chair }).map(({ room }) => room);
    expect(rooms2).toEqual(expect.arrayContaining(["competitions", "ranking", "audit"]));
  });

  it("can be taken along as a file without secrets, which is recorded", async () => {
    const { ctx, userId } = await asked();
    const file = JSON.parse(exportPerson(ctx)) as { person: object; sections: { room: string }[] };
    expect(file.person).toEqual({ userId, name: "Ratna Kusuma", email: "ratna@contoh.go.id" });
    expect(JSON.stringify(file)).not.toContain("argon2");
    expect(JSON.stringify(file)).not.toContain(ctx.db.select().from(sessionTable).get()?.id);
    expect(actsOf(ctx, userId)[0]?.facts.action).toBe("accounts.exportPerson");
  });

  it("holds objections only of an address known to be the person's", () => {
    const scene = makeProvisional();
    const actor = scene.evaluator;
    fileObjection(scene.as(null), { name: "Warga", email: actor.email, text: "Data manfaat tidak sesuai catatan.", listId: scene.listId });
    const held = () => personalSections({ ...scene.world.ctx, actor }).map(({ room }) => room).includes("objections");
    expect(held()).toBe(false);
    scene.world.ctx.db.update(users).set({ emailVerifiedAt: 1 }).run();
    expect(held()).toBe(true);
  });
});

describe("erasure", () => {
  it("is asked for once at a time, and can be withdrawn by its person alone until it is answered", async () => {
    const { ctx, world, requestId, userId, account } = await asked();
    expect(await refusal(() => requestErasure(ctx, { reason }))).toBe("accounts.erasureOpen");
    const other = { ...world.ctx, actor: { userId: await account(), name: "Ani", email: "ani@contoh.go.id", grants: [] } };
    expect(await refusal(() => withdrawErasure(other, requestId))).toBe("accounts.erasureUnknown");
    withdrawErasure(ctx, requestId);
    expect([findOwnRequest(ctx, userId)?.status, listOpenErasures(world.ctx)]).toEqual(["withdrawn", []]);
    expect(await refusal(() => erasePerson(world.ctx, requestId))).toBe("accounts.erasureUnknown");
  });

  it("can be refused with words the person reads", async () => {
    const { ctx, world, requestId, userId, letters } = await asked();
    refuseErasure(world.ctx, { requestId, note: "Sanggahan masih berjalan." });
    expect([findOwnRequest(ctx, userId)?.status, letters().at(-1)?.template]).toEqual(["refused", "erasureRefused"]);
    expect(await refusal(() => refuseErasure(world.ctx, { requestId, note: "lagi" }))).toBe("accounts.erasureUnknown");
  });

  it("tells every system admin that a request waits", async () => {
    const scene = makeScene();
    const admin = await scene.account("admin@contoh.go.id", "Admin");
    setSystemRole(scene.world.ctx, { userId: admin, role: "operator" });
    const userId = await scene.account();
    requestErasure(scene.own(userId), { reason });
    const told = scene.letters().filter(({ template }) => template === "erasureToDecide");
    expect(told.map(({ recipient }) => recipient)).toEqual(["admin@contoh.go.id"]);
  });

  it("leaves no name, address or secret anywhere, and the chain valid", async () => {
    const { ctx, world, sessions, requestId, enter, userId } = await asked();
    updateProfile(ctx, { name: "Ratna Kusuma", locale: "id" });
    inTransaction(ctx, () => recordAudit(ctx, { action: "test.say", subject: { kind: "user", id: userId }, data: { name: "Ratna Kusuma" } }));
    inTransaction(ctx, () => recordAudit(ctx, { action: "test.say", subject: { kind: "user", id: userId }, data: { note: "ratna@contoh.go.id" } }));
    const before = verifyAuditChain(ctx).entries;
    erasePerson(world.ctx, requestId);
    world.ctx.db.update(outbox).set({ status: "sent" }).run();
    sweepFarewells(world.ctx);
    const tables = world.ctx.db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    const all = JSON.stringify(tables.map((name) => world.ctx.db.$client.prepare(`select * from "${name}"`).all()));
    expect(["ratna", "Ratna", "argon2", reason].filter((word) => all.includes(word))).toEqual([]);
    const after = verifyAuditChain(ctx);
    expect([after.fault, after.entries > before]).toEqual([null, true]);
    expect(await refusal(enter({ email: "ratna@contoh.go.id" }))).toBe("accounts.badCredentials");
    expect(await sessions.validate("unknown")).toBe(null);
  });

  it("keeps results, marks and decisions, and puts a pseudonym on objections", () => {
    const scene = makeProvisional();
    const [admin] = scene.admins;
    if (!admin) throw new Error("no admin");
    fileObjection(scene.as(null), { name: admin.name, email: admin.email, text: "Data manfaat tidak sesuai catatan.", listId: scene.listId });
    const kept = () =>
      ["marks", "score_sheets", "ranking_rows", "submissions"].map((name) => scene.world.ctx.db.$client.prepare(`select * from ${name}`).all());
    const before = kept();
    const requestId = requestErasure({ ...scene.world.ctx, actor: admin }, { reason });
    erasePerson(scene.world.ctx, requestId);
    expect(kept()).toEqual(before);
    const objection = scene.world.ctx.db.select().from(objections).get();
    expect([objection?.name, objection?.email]).toEqual([`Akun dihapus ${admin.userId.slice(-6)}`, `${admin.userId}@terhapus.invalid`]);
  });

  it("is refused while the person holds a seat in an edition that is not over, and changes nothing then", async () => {
    const scene = makeProvisional();
    const requestId = requestErasure({ ...scene.world.ctx, actor: scene.evaluator }, { reason });
    expect(await refusal(() => erasePerson(scene.world.ctx, requestId))).toBe("accounts.dutyRunning");
    expect(listOpenErasures(scene.world.ctx).map(({ email }) => email)).toEqual([scene.evaluator.email]);
  });

  it("is never executed by the person themselves", async () => {
    const { world, ctx, requestId } = await asked();
    const admin = { ...ctx, actor: { ...ctx.actor, grants: [{ scope: "system" as const, scopeId: "", role: "operator" }] } };
    expect(await refusal(() => erasePerson(admin, requestId))).toBe("accounts.notYourself");
    expect(listOpenErasures(world.ctx).length).toBe(1);
  });

  it("leaves an account no admin can unlock again", async () => {
    const { world, userId, requestId } = await asked();
    erasePerson(world.ctx, requestId);
    expect(await refusal(() => lockAccount(world.ctx, { userId, reason }))).toBe("accounts.erased");
  });
});
