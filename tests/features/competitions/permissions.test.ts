import { describe, expect, it } from "vitest";
import { extendStage } from "#app/features/competitions/extension/operations.server.ts";
import {
  closeEdition,
  createEdition,
  createEditionFrom,
  fillGaps,
  issueNumber,
  openEdition,
  removeSeat,
  seatPerson,
} from "#app/features/competitions/operations.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";
import { smallDefinition, wib } from "#tests/features/competitions/small-definition.ts";
import { makeWorld } from "#tests/support/world.ts";

const people = {
  visitor: null,
  stranger: [],
  organiser: ["edition:own:organiser"],
  screener: ["edition:own:screener"],
  evaluator: ["edition:own:evaluator"],
  juror: ["edition:own:juror"],
  chair: ["edition:own:chair"],
  observer: ["edition:own:observer"],
  signatory: ["edition:own:signatory"],
  editionAuditor: ["edition:own:auditor"],
  otherOrganiser: ["edition:other:organiser"],
  agencyAdmin: ["agency:agc_x:admin"],
  systemOrganiser: ["system::organiser"],
  operator: ["system::operator"],
  auditor: ["system::auditor"],
} as const;

type Person = keyof typeof people;

const seat = { email: "baru@contoh.go.id", name: "Baru", role: "juror" as const, organisation: "Contoh" };

const everybody = Object.keys(people) as Person[];

const operations: Record<string, { allowed: Person[]; run: (ctx: Ctx, edition: { id: EditionId; organiser: Ctx }) => void }> = {
  createEdition: {
    allowed: ["systemOrganiser"],
    run: (ctx) => createEdition(ctx, { presetKey: "kipp-2022", year: 2027, slug: "lain", rehearsal: true }),
  },
  createEditionFrom: {
    allowed: ["systemOrganiser"],
    run: (ctx) => createEditionFrom(ctx, { definition: smallDefinition, presetKey: null, slug: "lain", rehearsal: true }),
  },
  fillGaps: { allowed: ["organiser"], run: (ctx, { id }) => fillGaps(ctx, { editionId: id, revision: 1, values: {} }) },
  openEdition: { allowed: ["organiser"], run: (ctx, { id }) => openEdition(ctx, { editionId: id, revision: 1 }) },
  closeEdition: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => {
      openEdition(organiser, { editionId: id, revision: 1 });
      closeEdition({ ...ctx, now: wib(12, 31) }, { editionId: id });
    },
  },
  extendStage: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => {
      openEdition(organiser, { editionId: id, revision: 1 });
      extendStage(ctx, { editionId: id, stageKey: "desk", closesAt: wib(5, 20), reason: "Penilai utama sakit." });
    },
  },
  // Part of a submission, which has authorised whoever submits.
  issueNumber: { allowed: everybody, run: (ctx, { id }) => inTransaction(ctx, () => issueNumber(ctx, id)) },
  seatPerson: { allowed: ["organiser"], run: (ctx, { id }) => seatPerson(ctx, { editionId: id, ...seat }) },
  removeSeat: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => removeSeat(ctx, { seatId: seatPerson(organiser, { editionId: id, ...seat }) }),
  },
};

describe.each(Object.entries(operations))("%s", (_, { allowed, run }) => {
  it.each(everybody)("asked by %s", (person) => {
    const world = makeWorld();
    const founder = world.as(world.person("Pendiri", "system::organiser"));
    const id = createEditionFrom(founder, { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
    const organiser = world.as(world.person("Sekretariat", `edition:${id}:organiser`));
    const grants = people[person]?.map((grant) => grant.replace(":own:", `:${id}:`));
    const ctx = world.as(grants ? world.person(person, ...grants) : null);
    if (allowed.includes(person)) expect(() => run(ctx, { id, organiser })).not.toThrow();
    else expect(() => run(ctx, { id, organiser })).toThrow(/accounts\.notAllowed|competitions\.(editionUnknown|seatUnknown)/);
  });
});
