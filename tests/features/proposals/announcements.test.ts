import { describe, expect, it } from "vitest";
import { chooseMail } from "#app/features/notifications/inbox/operations.server.ts";
import { resendLetter } from "#app/features/notifications/outbox/operations.server.ts";
import { sendAnnouncements } from "#app/features/proposals/announcements/jobs.server.ts";
import { draftAnnouncement, releaseAnnouncement, retractAnnouncement, rewriteAnnouncement } from "#app/features/proposals/announcements/operations.server.ts";
import { getAnnouncementPage, listPublicAnnouncements, readAnnouncement, resolveAudience } from "#app/features/proposals/announcements/queries.server.ts";
import { type AnnouncementStep, canAnnounce } from "#app/features/proposals/announcements/rules.ts";
import type { Audience, AnnouncementStatus } from "#app/features/proposals/announcements/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { createProposal } from "#app/features/proposals/operations.server.ts";
import { type Actor, systemActor } from "#app/lib/ctx.ts";
import { seats } from "#db/schema/competitions.ts";
import { announcementRecipients } from "#db/schema/communications.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { addAgency, addMember, asked, makeScene, refusalOf, type Scene } from "#tests/features/proposals/scene.ts";

const text = (change: Partial<Audience> = {}, more = {}) => ({
  ...{ title: { id: "Jadwal berubah", en: "The schedule changed" }, body: { id: "Pembekalan daring pada hari Senin.", en: "An online briefing on Monday." } },
  audience: { to: "admins" as const, kinds: [], provinces: [], reaches: [], ...change },
  ...{ published: false, byMail: true, ...more },
});

type Told = Scene & { organiser: Actor };
const staged = (): Told => {
  const scene = makeScene();
  return { ...scene, organiser: scene.world.person("Sekretariat", `edition:${scene.editionId}:organiser`) };
};

const draft = (scene: Told, change: Partial<Audience> = {}, more = {}) =>
  draftAnnouncement(scene.as(scene.organiser), { editionId: scene.editionId, ...text(change, more) });
const release = (scene: Told, announcementId: ReturnType<typeof draft>, dueAt: number | null = null) =>
  releaseAnnouncement(scene.as(scene.organiser), { announcementId, dueAt });
const work = (scene: Told, now = scene.world.ctx.now) => sendAnnouncements(scene.as(systemActor, now));
const letters = ({ world }: Scene) => world.ctx.db.select().from(outbox).all().map(({ recipient, status }) => `${recipient} ${status}`);

describe("the steps of an announcement", () => {
  const table: Record<AnnouncementStatus, AnnouncementStep[]> = {
    draft: ["rewrite", "release", "retract"],
    scheduled: ["begin", "retract"],
    sending: ["finish", "retract"],
    sent: ["retract"],
    retracted: [],
  };
  const steps: AnnouncementStep[] = ["rewrite", "release", "begin", "finish", "retract"];
  it.each(Object.entries(table).flatMap(([status, can]) => steps.map((step) => [status, step, can.includes(step)] as const)))(
    "%s: %s is possible: %s",
    (status, step, can) => {
      expect(canAnnounce(status as AnnouncementStatus, step)).toBe(can);
    },
  );
});

describe("an audience", () => {
  it("means each person once, of the invited and narrowed agencies alone", () => {
    const scene = staged();
    const city = addAgency(scene.world, "71.71", "Pemerintah Kota Manado");
    const other = addMember(scene.world, { agencyId: city, name: "Admin Manado", role: "admin" });
    createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked });
    const screener = scene.world.person("Penyeleksi");
    const seat = { editionId: scene.editionId, role: "screener" as const, organisation: "", createdAt: 1, removedAt: null };
    scene.world.ctx.db.insert(seats).values({ id: scene.world.ctx.newId("seat"), userId: screener.userId, ...seat }).run();
    const edition = getEdition(scene.world.ctx, scene.editionId);
    const meant = (change: Partial<Audience>) => resolveAudience(scene.world.ctx, edition, text(change).audience);
    const sorted = (...people: Actor[]) => people.map(({ userId }) => userId).toSorted();
    expect(meant({})).toEqual(sorted(scene.admin, other));
    expect(meant({ provinces: ["74"] })).toEqual(sorted(scene.admin));
    expect(meant({ kinds: ["provinsi"] })).toEqual([]);
    expect(meant({ to: "agencies" })).toEqual(sorted(scene.admin, scene.writer, other));
    expect(meant({ to: "writers" })).toEqual(sorted(scene.writer));
    expect(meant({ to: "entrants" })).toEqual([]);
    expect(meant({ to: "screeners" })).toEqual(sorted(screener));
  });
});

describe("releasing", () => {
  it("tells everybody meant once, by notice and by letter, with progress, also when the work is repeated", async () => {
    const scene = staged();
    const id = draft(scene, { to: "agencies" });
    expect(letters(scene)).toEqual([]);
    release(scene, id);
    await work(scene);
    await work(scene);
    expect(letters(scene).toSorted()).toEqual([`${scene.admin.email} queued`, `${scene.writer.email} queued`].toSorted());
    const { announcement } = getAnnouncementPage(scene.as(scene.organiser), { editionId: scene.editionId, id });
    expect([announcement.status, announcement.total, announcement.told]).toEqual(["sent", 2, 2]);
    expect(scene.world.ctx.db.select().from(announcementRecipients).all().map(({ toldAt }) => toldAt)).toEqual([scene.world.ctx.now, scene.world.ctx.now]);
  });

  it("waits for its hour, on the public page too", async () => {
    const scene = staged();
    const id = draft(scene, {}, { published: true });
    const dueAt = scene.world.ctx.now + 3_600_000;
    release(scene, id, dueAt);
    const seen = (now: number) => listPublicAnnouncements({ ...scene.world.ctx, now }, scene.editionId).length;
    await work(scene, dueAt - 1);
    expect([letters(scene).length, seen(dueAt - 1)]).toEqual([0, 0]);
    await work(scene, dueAt);
    expect([letters(scene).length, seen(dueAt)]).toEqual([1, 1]);
  });

  it("fixes the words, refuses an audience of nobody, and sends no letter to whoever turned them off", async () => {
    const scene = staged();
    expect(refusalOf(() => release(scene, draft(scene, { kinds: ["provinsi"] })))).toBe("proposals.audienceEmpty");
    chooseMail(scene.as(scene.admin), { reminders: true, announcements: false });
    const id = draft(scene);
    release(scene, id);
    expect(refusalOf(() => rewriteAnnouncement(scene.as(scene.organiser), { announcementId: id, ...text() }))).toBe("proposals.announcementStep");
    await work(scene);
    expect([letters(scene), scene.world.ctx.db.select().from(notices).all().length]).toEqual([[], 1]);
  });
});

describe("taking back", () => {
  it("leaves the reason in the place of the notice, cancels what waits, and keeps the text from the public", async () => {
    const scene = staged();
    const id = draft(scene, {}, { published: true });
    release(scene, id);
    await work(scene);
    retractAnnouncement(scene.as(scene.organiser), { announcementId: id, reason: "Tanggalnya keliru." });
    expect(letters(scene)).toEqual([`${scene.admin.email} cancelled`]);
    const [notice] = scene.world.ctx.db.select().from(notices).all();
    expect([notice?.kind, notice?.params.reason, notice?.readAt]).toEqual(["announcementRetracted", "Tanggalnya keliru.", null]);
    expect(listPublicAnnouncements(scene.world.ctx, scene.editionId)).toEqual([]);
    expect(refusalOf(() => readAnnouncement(scene.as(null), id))).toBe("proposals.announcementUnknown");
    expect(refusalOf(() => readAnnouncement(scene.as(scene.admin), id))).toBe("done");
  });

  it("lets no letter of it be sent again, and a letter asked for twice is sent again once while no announcement was taken back", async () => {
    const scene = staged();
    const id = draft(scene);
    release(scene, id);
    await work(scene);
    const { db } = scene.world.ctx;
    db.update(outbox).set({ status: "sent" }).run();
    const mailId = db.select().from(outbox).all()[0]?.id as never;
    const again = () => resendLetter(scene.as(scene.organiser), { mailId, reason: "Penerima tidak menemukan surelnya." });
    expect(again()).toBe(again());
    expect(letters(scene)).toEqual([`${scene.admin.email} sent`, `${scene.admin.email} queued`]);
    retractAnnouncement(scene.as(scene.organiser), { announcementId: id, reason: "Tanggalnya keliru." });
    expect(refusalOf(again)).toBe("notifications.letterRetracted");
  });

  it("stops what is being sent", async () => {
    const scene = staged();
    const id = draft(scene);
    release(scene, id);
    retractAnnouncement(scene.as(scene.organiser), { announcementId: id, reason: "Tanggalnya keliru." });
    await work(scene);
    expect(letters(scene)).toEqual([]);
  });
});

it("is read by whoever was told it and by its organiser, and does not exist for anybody else", async () => {
  const scene = staged();
  const id = draft(scene);
  expect(refusalOf(() => readAnnouncement(scene.as(scene.admin), id))).toBe("proposals.announcementUnknown");
  release(scene, id);
  await work(scene);
  const read = (actor: Actor | null) => refusalOf(() => readAnnouncement(scene.as(actor), id));
  expect([read(scene.admin), read(scene.organiser), read(scene.writer), read(null)]).toEqual(["done", "done", "proposals.announcementUnknown", "proposals.announcementUnknown"]);
});
