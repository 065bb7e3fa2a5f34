import { describe, expect, it } from "vitest";
import { countAsking, expireAppointments, forgetLetter, noteWarning, refuseAppointment, verifyAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { getAppointment, getLetterFile, listAgenciesWithoutAdmin, listAppointments } from "#app/features/agencies/appointments/queries.server.ts";
import { findAppointment } from "#app/features/agencies/appointments/store.server.ts";
import type { Appointment } from "#app/features/agencies/appointments/types.ts";
import type { AppointmentId } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { appointmentScene } from "#tests/features/agencies/appointments/scene.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";

const people = {
  visitor: null,
  stranger: [],
  admin: ["agency:own:admin"],
  writer: ["agency:own:writer"],
  organiser: ["edition:edn_x:organiser"],
  evaluator: ["edition:edn_x:evaluator"],
  systemOrganiser: ["system::organiser"],
  operator: ["system::operator"],
  auditor: ["system::auditor"],
} as const;

type Person = keyof typeof people;
const office: Person[] = ["organiser", "systemOrganiser", "operator"];

const works: Record<string, { allowed: Person[]; refusal: string; run: (ctx: Ctx, appointmentId: AppointmentId) => unknown }> = {
  verifyAppointment: { allowed: office, refusal: "accounts.notAllowed", run: (ctx, appointmentId) => verifyAppointment(ctx, { appointmentId, unit: "Biro", termEndsOn: null }) },
  refuseAppointment: { allowed: office, refusal: "accounts.notAllowed", run: (ctx, appointmentId) => refuseAppointment(ctx, { appointmentId, reason: "Tanda tangan tidak ada." }) },
  expireAppointments: { allowed: ["operator"], refusal: "accounts.notAllowed", run: (ctx) => expireAppointments(ctx) },
  noteWarning: {
    allowed: ["operator"],
    refusal: "accounts.notAllowed",
    run: (ctx, id) => noteWarning(ctx, { letter: findAppointment(ctx, id) as Appointment, days: 30 }),
  },
  countAsking: { allowed: Object.keys(people) as Person[], refusal: "", run: (ctx) => countAsking(ctx, { network: "203.0.113.9", now: ctx.now }) },
  listAgenciesWithoutAdmin: { allowed: office, refusal: "agencies.appointmentUnknown", run: (ctx) => listAgenciesWithoutAdmin(ctx) },
  listAppointments: { allowed: office, refusal: "agencies.appointmentUnknown", run: (ctx) => listAppointments(ctx, { state: "all", limit: 1, offset: 0 }) },
  getAppointment: { allowed: office, refusal: "agencies.appointmentUnknown", run: (ctx, id) => getAppointment(ctx, id) },
  getLetterFile: { allowed: office, refusal: "agencies.appointmentUnknown", run: (ctx, id) => getLetterFile(ctx, id) },
};

const ctxOf = (scene: ReturnType<typeof appointmentScene>, person: Person): Ctx => {
  const grants = people[person]?.map((grant) => grant.replace(":own:", `:${scene.agency.id}:`));
  return scene.world.as(grants ? scene.world.person(person, ...grants) : null);
};

describe.each(Object.entries(works))("%s", (_, { allowed, refusal, run }) => {
  it.each(Object.keys(people) as Person[])("asked by %s", async (person) => {
    const scene = appointmentScene();
    const id = await scene.ask();
    expect(refusalOf(() => void run(ctxOf(scene, person), id))).toBe(allowed.includes(person) ? "done" : refusal);
  });
});

it.each(Object.keys(people) as Person[])("forgetLetter by %s: only the system, and never while the file is needed", async (person) => {
  const scene = appointmentScene();
  const appointmentId = await scene.ask();
  const expected = person === "operator" ? "agencies.appointmentDecided" : "accounts.notAllowed";
  expect(refusalOf(() => forgetLetter(ctxOf(scene, person), { appointmentId }))).toBe(expected);
});

it.each(Object.keys(people) as Person[])("askAppointment by %s", async (person) => {
  const scene = appointmentScene();
  await expect(scene.ask({}, { ctx: ctxOf(scene, person) })).resolves.toMatch(/^apt_/);
});
