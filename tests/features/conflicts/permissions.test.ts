import { describe, expect, it } from "vitest";
import { declareAgencyConflict, declareConflict } from "#app/features/conflicts/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { entry, judgingScene } from "#tests/features/screening/scene.ts";

const people = {
  visitor: null,
  stranger: [],
  admin: ["agency:own:admin"],
  organiser: ["edition:own:organiser"],
  screener: ["edition:own:screener"],
  evaluator: ["edition:own:evaluator"],
  evaluatorElsewhere: ["edition:edn_other:evaluator"],
  juror: ["edition:own:juror"],
  chair: ["edition:own:chair"],
  signatory: ["edition:own:signatory"],
  auditor: ["edition:own:auditor"],
  operator: ["system::operator"],
} as const;

type Person = keyof typeof people;
type Thing = { proposalId: Id<"proposal">; editionId: Id<"edition">; agencyId: Id<"agency"> };
const reason = "Saya pernah membina unit ini.";

const operations: Record<string, { allowed: Person[]; outside?: Person[]; run: (ctx: Ctx, thing: Thing) => void }> = {
  declareConflict: {
    allowed: ["screener", "evaluator", "juror", "chair"],
    // For whoever has no seat in its edition the entry does not exist.
    outside: ["visitor", "stranger", "admin", "evaluatorElsewhere", "operator"],
    run: (ctx, { proposalId }) => declareConflict(ctx, { proposalId, reason }),
  },
  declareAgencyConflict: {
    allowed: ["screener", "evaluator", "juror", "chair"],
    run: (ctx, { editionId, agencyId }) => declareAgencyConflict(ctx, { editionId, agencyId, reason }),
  },
};

describe.each(Object.entries(operations))("%s", (_, { allowed, outside, run }) => {
  it.each(Object.keys(people) as Person[])("asked by %s", (person) => {
    const scene = judgingScene();
    const { editionId, agencyId } = scene;
    const proposalId = entry(scene);
    const own = (grant: string): string => grant.replace("edition:own", `edition:${editionId}`).replace("agency:own", `agency:${agencyId}`);
    const grants = people[person]?.map(own);
    const actor = grants ? scene.world.person(person, ...grants) : null;
    const answer = refusalOf(() => run(scene.as(actor), { proposalId, editionId, agencyId }));
    expect(answer).toBe(allowed.includes(person) ? "done" : (outside?.includes(person) ? "proposals.unknown" : "accounts.notAllowed"));
  });
});
