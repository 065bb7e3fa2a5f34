import { expect, it } from "vitest";
import { seatRoles } from "#app/features/competitions/types.ts";
import { confirmSlot, recordAttendance, scheduleInterviews } from "#app/features/interviews/operations.server.ts";
import { countUnscheduled, getSlotView, listAgencySlots, listPanels, listSlots } from "#app/features/interviews/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { before, type Finalists, makeFinalists, meetingBaseUrl, schedule } from "#tests/features/interviews/scene.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat } from "#tests/features/ranking/scene.ts";
import { keptScene } from "#tests/support/world.ts";

type Act = (scene: Finalists, actor: Actor | null) => unknown;
const readers = ["organiser", "chair", "signatory", "auditor", "panel's chair"];
const slotId = (scene: Finalists) => listSlots(scene.as(scene.organiser), { editionId: scene.editionId })[0]!.id;

/** Every operation and read of the room, by the people who may. */
const table: [name: string, allowed: string[], act: Act][] = [
  [
    "scheduleInterviews",
    ["organiser"],
    (scene, actor) => {
      const { editionId } = scene;
      return scheduleInterviews(scene.as(actor, before), { editionId, stage: "wawancara", panels: 1, meetingBaseUrl });
    },
  ],
  ["confirmSlot", ["agency admin"], (scene, actor) => confirmSlot(scene.as(actor, before), { slotId: slotId(scene) })],
  [
    "recordAttendance",
    ["organiser", "panel's chair", "panel's juror"],
    (scene, actor) => recordAttendance(scene.as(actor, Date.UTC(2026, 5, 2)), { slotId: slotId(scene), attendance: "unit" }),
  ],
  ["listSlots", readers, (scene, actor) => listSlots(scene.as(actor), { editionId: scene.editionId })],
  ["listPanels", readers, (scene, actor) => listPanels(scene.as(actor), scene.editionId)],
  [
    "getSlotView",
    [...readers, "agency admin", "agency writer"],
    (scene, actor) => getSlotView(scene.as(actor), slotId(scene)),
  ],
  ["countUnscheduled", readers, (scene, actor) => countUnscheduled(scene.as(actor), scene.editionId)],
  [
    "listAgencySlots",
    ["agency admin", "agency writer"],
    (scene, actor) => listAgencySlots(scene.as(actor), scene.agencies[0]!.agencyId),
  ],
];

const others = ["visitor", "agency admin", "agency writer", "other agency's admin", "panel's chair", "panel's juror", "another edition's organiser"];

function personOf(scene: Finalists, role: string): Actor | null {
  const agencyId = scene.agencies[0]!.agencyId;
  if (role === "visitor") return null;
  if (role === "agency admin") return scene.agencies[0]!.admin;
  if (role === "agency writer") return scene.world.person("Penulis", `agency:${agencyId}:writer`);
  if (role === "other agency's admin") return scene.agencies[1]!.admin;
  if (role === "panel's chair") return scene.chair;
  if (role === "panel's juror") return scene.jurors[0]!;
  if (role === "another edition's organiser") return scene.world.person("Tetangga", "edition:edn_lain:organiser");
  return addSeat(scene.world, scene.editionId, `Orang ${role}`, role as (typeof seatRoles)[number]);
}

const slotReaders = [...readers, "agency admin", "agency writer", "panel's chair"];

/** Who is told that they may not (403), because they know the thing; for everybody else it does not exist (404). */
const refusals: Record<string, { told: readonly string[]; hidden: string }> = {
  scheduleInterviews: { told: readers, hidden: "competitions.editionUnknown" },
  confirmSlot: { told: slotReaders, hidden: "interviews.slotUnknown" },
  recordAttendance: { told: slotReaders, hidden: "interviews.slotUnknown" },
  listSlots: { told: [], hidden: "competitions.editionUnknown" },
  listPanels: { told: [], hidden: "competitions.editionUnknown" },
  getSlotView: { told: [], hidden: "interviews.slotUnknown" },
  countUnscheduled: { told: [], hidden: "competitions.editionUnknown" },
  listAgencySlots: { told: [], hidden: "agencies.unknown" },
};

const cells = table.flatMap(([name, allowed, act]) => [...seatRoles, ...others].map((role) => [name, role, { allowed, act }] as const));

const scheduled = keptScene(() => {
  const scene = makeFinalists({ entries: 1 });
  schedule(scene);
  return scene;
});

it.each(cells)("%s by %s", (name, role, { allowed, act }) => {
  const scene = scheduled();
  const outcome = refusalOf(() => act(scene, personOf(scene, role)));
  const { told, hidden } = refusals[name] ?? { told: [], hidden: "" };
  expect(outcome).toBe(allowed.includes(role) ? "done" : told.includes(role) ? "accounts.notAllowed" : hidden);
});
