import { describe, expect, it } from "vitest";
import { makeDailyCheckpoint, signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { askForExamination, runExamination } from "#app/features/audit/examination/operations.server.ts";
import { mayReadRecords } from "#app/features/audit/policy.ts";
import { eraseRecordsNaming } from "#app/features/audit/privacy/operations.server.ts";
import { handInCosignatures, registerWitness } from "#app/features/audit/witnesses/operations.server.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWitness } from "#tests/features/audit/witnesses/witness.ts";
import { makeWorld } from "#tests/support/world.ts";

const people = {
  "a system admin": ["system::operator"],
  "an organiser of the system": ["system::organiser"],
  "a system auditor": ["system::auditor"],
  "an organiser of an edition": ["edition:edn_x:organiser"],
  "an auditor of an edition": ["edition:edn_x:auditor"],
  "a chair": ["edition:edn_x:chair"],
  "an evaluator": ["edition:edn_x:evaluator"],
  "an agency's admin": ["agency:agc_x:admin"],
  "somebody signed in": [],
  "a visitor": null,
} as const;
type Who = keyof typeof people;
const whos = Object.keys(people) as Who[];

function ctxOf(who: Who) {
  const world = makeWorld();
  const grants = people[who];
  return { world, ctx: world.as(grants === null ? null : world.person("Siapa", ...grants)) };
}

const answer = (work: () => unknown): string => {
  try {
    work();
    return "done";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.code} ${error.kind}`;
  }
};

const operations: Record<string, { by: readonly Who[]; ask: (given: ReturnType<typeof ctxOf>) => unknown }> = {
  eraseRecordsNaming: { by: ["a system admin"], ask: ({ world, ctx }) => eraseRecordsNaming(ctx, world.person("Ani")) },
  makeDailyCheckpoint: { by: ["a system admin"], ask: ({ ctx }) => makeDailyCheckpoint(ctx) },
  registerWitness: { by: ["a system admin", "a system auditor"], ask: ({ ctx }) => registerWitness(ctx, { title: "Inspektorat", key: makeWitness().key }) },
  handInCosignatures: {
    // Whoever brings it: it proves itself.
    by: whos,
    ask: ({ world, ctx }) => {
      const witness = makeWitness();
      registerWitness(world.as(world.person("Auditor", "system::auditor")), { title: "Inspektorat", key: witness.key });
      const { number, note } = inTransaction(world.ctx, () => signCheckpoint(world.ctx, { reason: "asked" }));
      return handInCosignatures(ctx, { number, note: witness.cosign(note, Math.floor(world.ctx.now / 1_000)) });
    },
  },
  runExamination: { by: ["a system admin"], ask: ({ ctx }) => runExamination(ctx) },
  askForExamination: {
    by: ["a system admin", "a system auditor", "an organiser of an edition", "an auditor of an edition"],
    ask: ({ ctx }) => askForExamination(ctx),
  },
};

describe.each(Object.entries(operations))("%s", (_name, { by, ask }) => {
  it.each(whos)("by %s", (who) => {
    const given = ctxOf(who);
    expect(answer(() => ask(given))).toBe(by.includes(who) ? "done" : "accounts.notAllowed forbidden");
  });
});

describe("signCheckpoint", () => {
  it("does nothing outside the transaction of an act", () => {
    expect(() => signCheckpoint(makeWorld().ctx, { reason: "asked" })).toThrow("transaction of its act");
  });
});

describe("what entries say", () => {
  it.each(whos)("is read by %s only as an auditor", (who) => {
    const { actor } = ctxOf(who).ctx;
    expect([mayReadRecords(actor, "edn_x"), mayReadRecords(actor, "edn_y")]).toEqual([
      who === "a system auditor" || who === "an auditor of an edition",
      who === "a system auditor",
    ]);
  });
});
