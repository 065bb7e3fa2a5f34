import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { tellOfLetter, warnOfTerms } from "#app/acts/tell-secretariat.server.ts";
import { verifyUnseatedAppointment } from "#app/acts/verify-appointment.server.ts";
import { findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { sweepAppointments } from "#app/features/agencies/appointments/jobs.server.ts";
import { countAsking, expireAppointments, refuseAppointment, verifyAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { getAdminOutlook, getAppointment, getLetterFile, listAgenciesWithoutAdmin, listAppointments, listChoices } from "#app/features/agencies/appointments/queries.server.ts";
import { letterMost } from "#app/features/agencies/appointments/rules.ts";
import { importAgencies, inviteMember } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode, findMembershipOf, listAdminIds } from "#app/features/agencies/queries.server.ts";
import { mergeAgencies } from "#app/features/agencies/registry/operations.server.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { users } from "#db/schema/accounts.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { appointmentScene, written } from "#tests/features/agencies/appointments/scene.ts";
import { buton } from "#tests/features/agencies/seeds.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { judgingScene } from "#tests/features/screening/scene.ts";
import { smallPdf } from "#tests/support/pdf.ts";

const unit = "Bagian Organisasi";
const day = 24 * 60 * 60_000;
type Scene = ReturnType<typeof appointmentScene>;

const lettersOf = ({ world }: Scene) => world.ctx.db.select().from(outbox).all().map(({ template, recipient }) => `${template} ${recipient}`);
const faultOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof InvalidInput ? error.faults[0]?.code : (error as { code: string }).code));

const scannerOf = (verdict: "infected" | "unreachable") => ({ scan: () => Promise.resolve(verdict === "infected" ? { verdict, signature: "Eicar" } : { verdict }) });

describe("handing in a letter of appointment", () => {
  it("keeps the scanned letter and writes to the address", async () => {
    const scene = appointmentScene();
    const id = await scene.ask();
    const file = getLetterFile(scene.world.as(scene.organiser), id);
    expect(file).toMatchObject({ fileName: "SK Admin.pdf", bytes: smallPdf().length });
    expect(await scene.world.ctx.files.has(file.sha256)).toBe(true);
    expect(lettersOf(scene)).toEqual(["appointmentAsked ani@contoh.go.id"]);
  });

  it.each([
    ["nothing", () => null, "fileMissing"],
    ["an empty file", () => written(""), "fileEmpty"],
    ["a text called a PDF", () => written("hanya tulisan"), "fileNotPdf"],
    ["a PDF over 2 MB", () => written(Buffer.concat([smallPdf(), Buffer.alloc(letterMost)])), "fileTooBig"],
  ])("refuses %s as the letter", async (_, file, fault) => {
    const scene = appointmentScene();
    expect(await faultOf(scene.ask({ file: file() }))).toBe(fault);
    expect(listAppointments(scene.world.as(scene.organiser), { state: "all", limit: 10, offset: 0 }).total).toBe(0);
  });

  it.each([
    ["infected", "fileInfected"],
    ["unreachable", "editor.template.unscanned"],
  ] as const)("takes no letter that the scanner calls %s", async (verdict, fault) => {
    const scene = appointmentScene();
    Object.assign(scene.world.ctx.files, { scanner: scannerOf(verdict) });
    expect(await faultOf(scene.ask())).toBe(fault);
  });

  it("answers and writes the same to an address that has an account, a membership or a letter", async () => {
    const scene = appointmentScene();
    const known = scene.world.person("Budi", `agency:${scene.agency.id}:admin`);
    await scene.ask({ email: known.email });
    await scene.ask({ email: known.email });
    await scene.ask({ email: "baru@contoh.go.id" });
    expect(lettersOf(scene)).toEqual([known.email, known.email, "baru@contoh.go.id"].map((email) => `appointmentAsked ${email}`));
  });

  it("pauses an address at its sixth letter of a day", async () => {
    const scene = appointmentScene();
    const met: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) met.push(await faultOf(scene.ask({ email: n % 2 ? "ANI@contoh.go.id" : "ani@contoh.go.id" })));
    expect(met).toEqual([...Array.from({ length: 5 }, () => "done"), "accounts.throttled"]);
    expect(await faultOf(scene.ask({ email: "lain@contoh.go.id" }))).toBe("done");
  });

  it("pauses a network at its thirty-first try of an hour, before anything of the letter is received", () => {
    const { world } = appointmentScene();
    const met = Array.from({ length: 31 }, () => refusalOf(() => countAsking(world.as(null), { network: "203.0.113.0", now: world.ctx.now })));
    expect(met).toEqual([...Array.from({ length: 30 }, () => "done"), "accounts.throttled"]);
    expect(refusalOf(() => countAsking(world.as(null), { network: "203.0.113.1", now: world.ctx.now }))).toBe("done");
  });

  it("offers and takes no agency that went up in another or is not in the registry", async () => {
    const scene = appointmentScene();
    importAgencies(scene.world.ctx, [buton]);
    const intoId = findAgencyByCode(scene.world.ctx, "74.01")?.id as AgencyId;
    mergeAgencies(scene.world.as(scene.organiser), { fromId: scene.agency.id, intoId, reason: "Perubahan nomenklatur" });
    expect(listChoices(scene.world.ctx).map(({ name }) => name)).toEqual(["Pemerintah Kabupaten Buton", "Pemerintah Provinsi Sulawesi Tenggara"]);
    expect(await faultOf(scene.ask())).toBe("agencies.unknown");
    expect(await faultOf(scene.ask({ agencyId: "agc_tidak" as AgencyId }))).toBe("agencies.unknown");
  });
});

describe("answering a letter of appointment", () => {
  it("makes an account and a local admin of whoever is verified, once", async () => {
    const scene = appointmentScene();
    const appointmentId = await scene.ask();
    const ctx = scene.world.as(scene.organiser);
    const userId = verifyAppointment(ctx, { appointmentId, unit, termEndsOn: "2026-12-31" });
    expect(findUserIdByEmail(ctx, "ani@contoh.go.id")).toBe(userId);
    expect(findMembershipOf(ctx, userId, scene.agency.id)).toMatchObject({ role: "admin", unit });
    expect(getAppointment(ctx, appointmentId)).toMatchObject({ status: "verified", termEndsOn: "2026-12-31", decidedBy: "Sekretariat", admins: 1 });
    expect(lettersOf(scene)).toEqual(["appointmentAsked", "invited", "appointmentVerified"].map((one) => `${one} ani@contoh.go.id`));
    expect(refusalOf(() => verifyAppointment(ctx, { appointmentId, unit, termEndsOn: null }))).toBe("agencies.appointmentDecided");
    expect(refusalOf(() => refuseAppointment(ctx, { appointmentId, reason: "Tanda tangan tidak ada." }))).toBe("agencies.appointmentDecided");
  });

  it("sends the reason of a refusal and makes nobody anything", async () => {
    const scene = appointmentScene();
    const appointmentId = await scene.ask();
    const ctx = scene.world.as(scene.organiser);
    refuseAppointment(ctx, { appointmentId, reason: " Tanda tangan tidak ada. " });
    expect(getAppointment(ctx, appointmentId)).toMatchObject({ status: "refused", reason: "Tanda tangan tidak ada.", userId: null });
    expect(ctx.db.select().from(outbox).all().at(-1)).toMatchObject({ template: "appointmentRefused", params: { reason: "Tanda tangan tidak ada." } });
    expect(findUserIdByEmail(ctx, "ani@contoh.go.id")).toBeUndefined();
    expect((await scene.ask()) === appointmentId).toBe(false);
  });

  it("lets nobody answer the letter that appoints himself", async () => {
    const scene = appointmentScene();
    const appointmentId = await scene.ask({ email: scene.organiser.email });
    expect(refusalOf(() => verifyAppointment(scene.world.as(scene.organiser), { appointmentId, unit, termEndsOn: null }))).toBe("agencies.notYourself");
  });

  it("changes nothing where the term is over, and makes a writer of the agency its local admin", async () => {
    const scene = appointmentScene();
    const appointmentId = await scene.ask();
    const ctx = scene.world.as(scene.organiser);
    expect(refusalOf(() => verifyAppointment(ctx, { appointmentId, unit, termEndsOn: "2026-02-28" }))).toBe("agencies.termOver");
    expect(getAppointment(ctx, appointmentId).status).toBe("asked");
    const asked = await scene.ask({ email: "penulis@contoh.go.id" });
    const admin = scene.world.person("Admin", `agency:${scene.agency.id}:admin`);
    inviteMember(scene.world.as(admin), { agencyId: scene.agency.id, email: "penulis@contoh.go.id", name: "Ani", role: "writer", unit: "Puskesmas" });
    const raised = verifyAppointment(ctx, { appointmentId: asked, unit, termEndsOn: null });
    expect(listAdminIds(ctx, scene.agency.id)).toEqual([raised]);
  });

  it("makes no local admin of whoever screens or judges in an edition that has not closed", async () => {
    const scene = appointmentScene();
    const judging = judgingScene();
    const judge = judging.screener;
    const asked = { ...scene.asking({ email: judge.email }), agencyId: judging.agencyId };
    const id = await scene.ask(asked, { ctx: judging.world.as(null) });
    const office = judging.world.person("Sekretariat lain", "system::organiser");
    expect(refusalOf(() => verifyUnseatedAppointment(judging.as(office), { appointmentId: id, unit, termEndsOn: null }))).toBe("agencies.seatedElsewhere");
  });
});

describe("a term that is over", () => {
  const verifiedUntil = async (scene: Scene, termEndsOn: string | null) => {
    const appointmentId = await scene.ask();
    return verifyAppointment(scene.world.as(scene.organiser), { appointmentId, unit, termEndsOn });
  };
  const later = (scene: Scene, days: number) => scene.world.at(scene.world.ctx.now + days * day).ctx;

  it("ends the access of the local admin and tells him, once", async () => {
    const scene = appointmentScene();
    await verifiedUntil(scene, "2026-03-10");
    expect(expireAppointments(later(scene, 9))).toBe(0);
    expect(listAdminIds(scene.world.ctx, scene.agency.id)).toHaveLength(1);
    expect(expireAppointments(later(scene, 10))).toBe(1);
    expect(listAdminIds(scene.world.ctx, scene.agency.id)).toEqual([]);
    sweepAppointments(later(scene, 11));
    expect(lettersOf(scene).filter((letter) => letter.startsWith("appointmentEnded"))).toEqual(["appointmentEnded ani@contoh.go.id"]);
  });

  it("leaves a local admin whom a later letter carries, or whose letter names no end", async () => {
    const scene = appointmentScene();
    const userId = await verifiedUntil(scene, "2026-03-10");
    expect(await verifiedUntil(scene, null)).toBe(userId);
    sweepAppointments(later(scene, 400));
    expect(listAdminIds(scene.world.ctx, scene.agency.id)).toEqual([userId]);
    expect(lettersOf(scene).some((letter) => letter.startsWith("appointmentEnded"))).toBe(false);
  });

  it("lets a letter nobody looked at lapse after ninety days", async () => {
    const scene = appointmentScene();
    const id = await scene.ask();
    sweepAppointments(later(scene, 89));
    sweepAppointments(later(scene, 90));
    expect(getAppointment(scene.world.as(scene.organiser), id).status).toBe("expired");
    expect(lettersOf(scene)).toEqual(["appointmentAsked", "appointmentLapsed"].map((one) => `${one} ani@contoh.go.id`));
  });
});

describe("an ending term", () => {
  const later = (scene: Scene, days: number) => scene.world.at(scene.world.ctx.now + days * day).ctx;
  const verifiedUntil = async (scene: Scene, termEndsOn: string | null) =>
    verifyAppointment(scene.world.as(scene.organiser), { appointmentId: await scene.ask(), unit, termEndsOn });
  const noticesOf = (scene: Scene) => scene.world.ctx.db.select({ kind: notices.kind, userId: notices.userId }).from(notices).all();

  it("is announced 30 and 7 days before, once each, to the local admin and to the secretariat", async () => {
    const scene = appointmentScene();
    const office = scene.world.person("Pusat", "system::organiser");
    scene.world.ctx.db.update(users).set({ systemRole: "organiser" }).where(eq(users.id, office.userId)).run();
    const admin = await verifiedUntil(scene, "2026-04-30");
    for (const days of [0, 29, 30, 31, 52, 53, 53, 59]) warnOfTerms(later(scene, days));
    expect(noticesOf(scene)).toEqual([
      { kind: "termEndingOffice", userId: office.userId },
      { kind: "termEnding", userId: admin },
      { kind: "termEndingOffice", userId: office.userId },
      { kind: "termEnding", userId: admin },
    ]);
    expect(lettersOf(scene).filter((letter) => letter.startsWith("appointmentEnding"))).toHaveLength(2);
  });

  it("is not announced where the letter names no end", async () => {
    const scene = appointmentScene();
    await verifiedUntil(scene, null);
    warnOfTerms(later(scene, 400));
    expect(noticesOf(scene)).toEqual([]);
  });

  it("is told on the agency's page while no other admin stays, and so is its having none", async () => {
    const scene = appointmentScene();
    const outlook = (days: number) => {
      const { ctx } = scene.world.at(scene.world.ctx.now + days * day);
      return getAdminOutlook({ ...ctx, actor: scene.world.person(`Pengusul ${days}`, `agency:${scene.agency.id}:writer`) }, scene.agency.id);
    };
    expect(outlook(0)).toEqual({ admins: 0, lastDay: null });
    await verifiedUntil(scene, "2026-04-30");
    expect(outlook(1)).toEqual({ admins: 1, lastDay: null });
    expect(outlook(40)).toEqual({ admins: 1, lastDay: "2026-04-30" });
    inviteMember(scene.world.ctx, { agencyId: scene.agency.id, email: "lain@contoh.go.id", name: "Lain", role: "admin", unit });
    expect(outlook(41)).toEqual({ admins: 2, lastDay: null });
  });

  it("leaves the agency in the queue's list of those without a local admin while people write for it", async () => {
    const scene = appointmentScene();
    const ctx = scene.world.as(scene.organiser);
    const admin = await verifiedUntil(scene, "2026-03-10");
    inviteMember({ ...scene.world.ctx, actor: { userId: admin, name: "", email: "", grants: [{ scope: "agency", scopeId: scene.agency.id, role: "admin" }] } }, { agencyId: scene.agency.id, email: "tulis@contoh.go.id", name: "Tulis", role: "writer", unit });
    expect(listAgenciesWithoutAdmin(ctx)).toEqual([]);
    sweepAppointments(later(scene, 20));
    expect(listAgenciesWithoutAdmin(ctx)).toEqual([{ id: scene.agency.id, name: scene.agency.name, writers: 1 }]);
  });
});

describe("a letter that came", () => {
  it("is told to the secretariat by the worker, and no longer once it is answered", async () => {
    const scene = appointmentScene();
    const office = scene.world.person("Pusat", "system::organiser");
    scene.world.ctx.db.update(users).set({ systemRole: "organiser" }).where(eq(users.id, office.userId)).run();
    const appointmentId = await scene.ask();
    const told = () => scene.world.ctx.db.select({ kind: notices.kind, userId: notices.userId, url: notices.url }).from(notices).all();
    tellOfLetter(scene.world.ctx, { appointmentId });
    expect(told()).toEqual([{ kind: "appointmentArrived", userId: office.userId, url: `/organiser/appointments/${appointmentId}` }]);
    refuseAppointment(scene.world.as(scene.organiser), { appointmentId, reason: "Bukan surat penunjukan." });
    tellOfLetter(scene.world.ctx, { appointmentId });
    expect(told()).toHaveLength(1);
  });
});

describe("the queue", () => {
  it("shows those that wait longest first, and every other state apart", async () => {
    const scene = appointmentScene();
    const first = await scene.ask({ email: "satu@contoh.go.id" });
    const second = await scene.ask({ email: "dua@contoh.go.id" }, { ctx: scene.world.as(null, scene.world.ctx.now + 1) });
    const refused = await scene.ask({ email: "tiga@contoh.go.id" });
    const ctx = scene.world.as(scene.organiser);
    refuseAppointment(ctx, { appointmentId: refused, reason: "Bukan surat penunjukan." });
    const page = (state: "asked" | "refused" | "all", offset = 0) => listAppointments(ctx, { state, limit: 1, offset });
    expect([page("asked").rows[0]?.id, page("asked", 1).rows[0]?.id, page("refused").rows[0]?.id]).toEqual([first, second, refused]);
    expect(page("all")).toMatchObject({ total: 3, counts: { asked: 2, verified: 0, refused: 1, expired: 0 } });
  });
});
