import { describe, expect, it } from "vitest";
import { sendReminders } from "#app/acts/send-reminders.server.ts";
import { chooseMail } from "#app/features/notifications/inbox/operations.server.ts";
import { grantExtension } from "#app/features/proposals/extensions/operations.server.ts";
import { createProposal } from "#app/features/proposals/operations.server.ts";
import { dueReminders, runKey } from "#app/features/proposals/reminders/rules.ts";
import { systemActor } from "#app/lib/ctx.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { asked, closesAt, definition, makeScene, opensAt, type Scene } from "#tests/features/proposals/scene.ts";

const hour = 3_600_000;
const reminders = [
  { stage: "pendaftaran", hoursBefore: 72, to: "writers" as const },
  { stage: "pendaftaran", hoursBefore: 24, to: "writers" as const },
];
const rules = { ...definition, reminders };
const due = (now: number, done: string[] = [], extended: number[] = []) => {
  const { send, pass } = dueReminders(rules, { now, done: new Set(done), extended });
  return { send: send.map(runKey), pass: pass.map(runKey) };
};
const run = (hours: number, end = closesAt) => `pendaftaran writers ${hours} ${end}`;

describe("a reminder is due", () => {
  it.each([
    ["not an instant before its hour", closesAt - 72 * hour - 1, [], { send: [], pass: [] }],
    ["from its hour on", closesAt - 72 * hour, [], { send: [run(72)], pass: [] }],
    ["once", closesAt - 70 * hour, [run(72)], { send: [], pass: [] }],
    ["the nearest alone when several are", closesAt - 2 * hour, [], { send: [run(24)], pass: [run(72)] }],
    ["no longer at the end", closesAt, [], { send: [], pass: [] }],
  ])("%s", (_rule, now, done, expected) => {
    expect(due(now, done)).toEqual(expected);
  });

  it("again before a later end that was given, and never before its stage has opened", () => {
    const later = closesAt + 100 * hour;
    expect(due(later - 72 * hour, [run(72), run(24)], [later])).toEqual({ send: [run(72, later)], pass: [] });
    expect(dueReminders({ ...rules, reminders: [{ ...reminders[0]!, hoursBefore: 24 * 90 }] }, { now: opensAt - 1, done: new Set(), extended: [] }).send).toEqual([]);
  });
});

const begin = (scene: Scene, title: string) =>
  createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title });
const send = (scene: Scene, now: number) => sendReminders(scene.as(systemActor, now));
const told = ({ world }: Scene) => [
  world.ctx.db.select().from(outbox).all().map(({ template, recipient }) => `${template} ${recipient}`),
  world.ctx.db.select().from(notices).all().map(({ kind }) => kind),
];

describe("sending reminders", () => {
  it("reaches only whoever has not finished, once, however often the worker looks", async () => {
    const scene = makeScene({ reminders });
    await send(scene, closesAt - 71 * hour);
    expect(told(scene)).toEqual([[], []]);
    begin(scene, "Satu (data latihan)");
    begin(scene, "Dua (data latihan)");
    await send(scene, closesAt - 23 * hour);
    await send(scene, closesAt - 22 * hour);
    expect(told(scene)).toEqual([[`reminderWriters ${scene.writer.email}`], ["reminderWriters"]]);
    expect(scene.world.ctx.db.select().from(outbox).get()?.params).toMatchObject({ count: 2, list: "- Dua (data latihan)\n- Satu (data latihan)" });
  });

  it("leaves the notice and no letter to whoever turned reminders off", async () => {
    const scene = makeScene({ reminders });
    begin(scene, "Satu (data latihan)");
    chooseMail(scene.as(scene.writer), { reminders: false, announcements: true });
    await send(scene, closesAt - 20 * hour);
    expect(told(scene)).toEqual([[], ["reminderWriters"]]);
  });

  it("counts a draft with an end of its own from that end", async () => {
    const scene = makeScene({ reminders });
    const proposalId = begin(scene, "Satu (data latihan)");
    const end = closesAt + 100 * hour;
    const organiser = scene.world.person("Sekretariat", `edition:${scene.editionId}:organiser`);
    grantExtension(scene.as(organiser), { editionId: scene.editionId, agencyId: scene.agencyId, proposalId, closesAt: end, reason: "Bencana banjir." });
    scene.world.ctx.db.delete(outbox).run();
    await send(scene, closesAt - 20 * hour);
    expect(told(scene)[0]).toEqual([]);
    await send(scene, end - 20 * hour);
    expect(told(scene)[0]).toEqual([`reminderWriters ${scene.writer.email}`]);
  });
});
