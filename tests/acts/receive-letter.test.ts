import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mayReceiveLetter } from "#app/acts/receive-letter.server.ts";
import { removeSeatAndReadings } from "#app/acts/remove-seat.server.ts";
import { sendReminders } from "#app/acts/send-reminders.server.ts";
import { confineMember, removeMember } from "#app/features/agencies/operations.server.ts";
import { addUnit } from "#app/features/agencies/registry/operations.server.ts";
import { asSeated } from "#app/features/competitions/rules.ts";
import type { SeatId } from "#app/features/competitions/types.ts";
import { declareAgencyConflict } from "#app/features/conflicts/operations.server.ts";
import { type OutgoingMail, sendDueLetters } from "#app/features/notifications/jobs.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { resendLetter } from "#app/features/notifications/outbox/operations.server.ts";
import { isEntitled } from "#app/features/notifications/rules.ts";
import type { Standing } from "#app/features/notifications/types.ts";
import { createProposal } from "#app/features/proposals/operations.server.ts";
import type { Actor, Ctx, Grant } from "#app/lib/ctx.ts";
import { systemActor } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";
import { seats } from "#db/schema/competitions.ts";
import { outbox } from "#db/schema/notifications.ts";
import { asked, closesAt, makeScene, organiserOf, type Scene } from "#tests/features/proposals/scene.ts";
import { entry, judgingScene, seated } from "#tests/features/screening/scene.ts";

const hour = 3_600_000;
const due = closesAt - 20 * hour;

/** A scene in which the writer was reminded of one draft, and the letter waits. */
async function reminded(): Promise<Scene> {
  const scene = makeScene({ reminders: [{ stage: "pendaftaran", hoursBefore: 24, to: "writers" }] });
  createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked });
  await sendReminders(scene.as(systemActor, due));
  return scene;
}

/** What leaves, and what the log says afterwards. */
async function post(ctx: Ctx): Promise<{ left: string[]; states: [string, number][] }> {
  const left: OutgoingMail[] = [];
  await sendDueLetters({ clock: () => ctx, send: (mail) => Promise.resolve(void left.push(mail)), mayReceive: mayReceiveLetter }, 5);
  const states = ctx.db.select().from(outbox).all().map(({ status, attempts }): [string, number] => [status, attempts]);
  return { left: left.map(({ to }) => to), states };
}

const posted = (scene: Scene) => post(scene.as(systemActor, due));

describe("a letter that waits", () => {
  it("leaves while its recipient is still of the agency", async () => {
    const scene = await reminded();
    expect(await posted(scene)).toEqual({ left: [scene.writer.email], states: [["sent", 1]] });
  });

  it("is withdrawn, with no try counted, once its recipient was removed from the agency", async () => {
    const scene = await reminded();
    removeMember(scene.as(scene.admin), { agencyId: scene.agencyId, userId: scene.writer.userId });
    expect(await posted(scene)).toEqual({ left: [], states: [["withdrawn", 0]] });
    expect((await posted(scene)).states).toEqual([["withdrawn", 0]]);
  });

  it("is withdrawn once its recipient was confined to a unit it does not speak of", async () => {
    const scene = await reminded();
    const unitId = addUnit(scene.as(scene.admin), { agencyId: scene.agencyId, name: "Puskesmas Lain", kind: "unit", parentId: null });
    confineMember(scene.as(scene.admin), { agencyId: scene.agencyId, userId: scene.writer.userId, unitId });
    expect(await posted(scene)).toEqual({ left: [], states: [["withdrawn", 0]] });
  });

  it("is withdrawn again when the secretariat repeats it for somebody who has not come back", async () => {
    const scene = await reminded();
    removeMember(scene.as(scene.admin), { agencyId: scene.agencyId, userId: scene.writer.userId });
    await posted(scene);
    const mailId = scene.world.ctx.db.select().from(outbox).get()?.id as never;
    resendLetter({ ...organiserOf(scene), now: due }, { mailId, reason: "Diminta oleh instansi." });
    expect(await posted(scene)).toEqual({ left: [], states: [["withdrawn", 0], ["withdrawn", 0]] });
  });
});

describe("a letter about the work of an edition", () => {
  const scenes = () => {
    const scene = judgingScene();
    const proposalId = entry(scene, "Apotek Apung (data latihan)");
    const reader = seated(scene, "Penilai Surat", "evaluator");
    scene.world.ctx.db.delete(outbox).run();
    return { scene, proposalId, reader };
  };
  const queue = (ctx: Ctx, standing: Standing, title: string): void =>
    inTransaction(ctx, () => queueMail(ctx, { dedupeKey: title, recipient: "penilai@contoh.go.id", locale: "id", template: "sheetReopened", params: { reason: title }, standing }));
  const seatOf = ({ world }: Scene, { userId }: Actor) => world.ctx.db.select({ id: seats.id }).from(seats).where(eq(seats.userId, userId)).get()?.id as SeatId;
  const sent = async (scene: Scene, reader: Actor, title: string) => {
    queue(scene.world.ctx, asSeated(reader.userId, scene.editionId), title);
    return (await post(scene.world.ctx)).states.map(([status]) => status);
  };

  it("leaves while its recipient has a seat there, and is withdrawn without", async () => {
    const { scene, reader } = scenes();
    expect(await sent(scene, reader, "Satu")).toEqual(["sent"]);
    removeSeatAndReadings(scene.as(scene.organiser), { editionId: scene.editionId, seatId: seatOf(scene, reader), reason: "Berhenti." });
    expect(await sent(scene, reader, "Dua")).toEqual(["sent", "withdrawn"]);
  });

  it("is withdrawn where it names an entry its recipient has come into conflict with", async () => {
    const { scene, reader } = scenes();
    declareAgencyConflict(scene.as(reader), { editionId: scene.editionId, agencyId: scene.agencyId, reason: "Pernah bekerja di sana." });
    expect(await sent(scene, reader, "Tentang entri lain")).toEqual(["sent"]);
    expect(await sent(scene, reader, "Tentang Apotek Apung (data latihan).")).toEqual(["sent", "withdrawn"]);
  });
});

describe("the right to a letter", () => {
  const at = { scope: "agency", scopeId: "agc_one" } as const;
  const rows: [string, Omit<Standing, "userId">, Grant[], boolean][] = [
    ["of the whole agency: a member of all of it", at, [{ ...at, role: "writer" }], true],
    ["of the whole agency: a writer of one unit", at, [{ ...at, role: "writer", part: "unit_one" }], false],
    ["of one unit: its writer", { ...at, part: "unit_one" }, [{ ...at, role: "writer", part: "unit_one" }], true],
    ["of one unit: another unit's writer", { ...at, part: "unit_one" }, [{ ...at, role: "writer", part: "unit_two" }], false],
    ["of one unit: the admin", { ...at, part: "unit_one" }, [{ ...at, role: "admin" }], true],
    ["of the agency: a member of another", at, [{ ...at, scopeId: "agc_two", role: "admin" }], false],
    ["of the agency: whoever has a seat in an edition", at, [{ scope: "edition", scopeId: "agc_one", role: "organiser" }], false],
    ["of the agency: nobody any more", at, [], false],
  ];
  it.each(rows)("%s", (_rule, standing, grants, expected) => {
    const letter = { standing: { ...standing, userId: "usr_one" as never }, kind: "official" as const, params: {} };
    expect(isEntitled(letter, grants, [])).toBe(expected);
  });

  it("comes to the heir of an agency for official letters, and for no reminder", () => {
    const heir = [{ ...at, role: "heir" }];
    const of = (kind: "official" | "reminder") => isEntitled({ standing: { ...at, userId: "usr_one" as never }, kind, params: {} }, heir, []);
    expect([of("official"), of("reminder")]).toEqual([true, false]);
  });

  it("is not asked of a letter that is due whatever becomes of its recipient's rights", () => {
    expect(isEntitled({ standing: null, kind: "official", params: {} }, [], ["apa saja"])).toBe(true);
  });
});
