import { beforeEach, describe, expect, it } from "vitest";
import { createEditionFrom, fillGaps, openEdition, seatPerson } from "#app/features/competitions/operations.server.ts";
import { getEdition, listSeatGrants } from "#app/features/competitions/queries.server.ts";
import type { EditionId, SeatRole } from "#app/features/competitions/types.ts";
import { countByStatus } from "#app/features/proposals/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { nextStep } from "#app/routes/organiser/next-step.ts";
import { situationOf } from "#app/routes/organiser/situation.server.ts";
import { typedValues, unfilledDefinition, wib } from "#tests/features/competitions/small-definition.ts";
import { countStatements, makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let organiser: Actor;
let editionId: EditionId;

beforeEach(() => {
  world = makeWorld();
  const founder = world.person("Sekretariat", "system::organiser");
  editionId = createEditionFrom(world.as(founder), { definition: unfilledDefinition, presetKey: null, slug: "kecil", rehearsal: true });
  organiser = { ...founder, grants: listSeatGrants(world.ctx, founder.userId) };
});

const stepAt = (now = world.ctx.now, actor = organiser): string => {
  const ctx = world.as(actor, now);
  return nextStep(situationOf(ctx, getEdition(ctx, editionId), countByStatus(ctx, editionId))).key;
};
const fill = () => fillGaps(world.as(organiser), { editionId, revision: 1, values: typedValues });
const open = () => openEdition(world.as(organiser), { editionId, revision: 2 });
const seat = (role: SeatRole, name: string) =>
  seatPerson(world.as(organiser), { editionId, email: `${name}@contoh.go.id`, name, role, organisation: "Contoh" });

describe("the situation of an edition", () => {
  it("follows a draft to its opening", () => {
    expect(stepAt()).toBe("fillGaps");
    fill();
    expect(stepAt()).toBe("openEdition");
    open();
    expect(stepAt()).toBe("inviteAgencies");
  });

  it("follows a year without entries to its first list", () => {
    fill();
    open();
    expect(stepAt(wib(5, 16))).toBe("computeList");
  });

  it("is told to nobody who may not read lists", () => {
    fill();
    open();
    const screener = world.person("Penyaring", `edition:${editionId}:screener`);
    expect(() => stepAt(world.ctx.now, screener)).toThrow("competitions.editionUnknown");
  });

  it("costs the same with one seat and with three", () => {
    fill();
    open();
    const cost = () => countStatements(world.ctx, () => stepAt(wib(5, 16)));
    seat("evaluator", "a");
    const few = cost();
    for (const name of ["b", "c"]) seat("evaluator", name);
    expect(cost()).toBe(few);
  });
});
