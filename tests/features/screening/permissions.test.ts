import { describe, expect, it } from "vitest";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { allPassed, entry, judgingScene, screeningOpens } from "#tests/features/screening/scene.ts";

const people = {
  visitor: null,
  stranger: [],
  admin: ["agency:own:admin"],
  organiser: ["edition:own:organiser"],
  screener: ["edition:own:screener"],
  screenerElsewhere: ["edition:edn_other:screener"],
  evaluator: ["edition:own:evaluator"],
  juror: ["edition:own:juror"],
  chair: ["edition:own:chair"],
  signatory: ["edition:own:signatory"],
  observer: ["edition:own:observer"],
  auditor: ["edition:own:auditor"],
  systemOrganiser: ["system::organiser"],
  operator: ["system::operator"],
} as const;

type Person = keyof typeof people;

/** Who may read an entry is told that he may not decide it; for anybody else it does not exist. */
const readers: Person[] = ["admin", "organiser", "auditor"];

const operations: Record<string, { allowed: Person[]; run: (ctx: Ctx, proposalId: ProposalId) => void }> = {
  decideScreening: {
    allowed: ["screener"],
    run: (ctx, proposalId) => decideScreening(ctx, { proposalId, outcome: "passed", checks: allPassed(), reason: "" }),
  },
};

describe.each(Object.entries(operations))("%s", (_, { allowed, run }) => {
  it.each(Object.keys(people) as Person[])("asked by %s", (person) => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const own = (grant: string): string =>
      grant.replace("edition:own", `edition:${scene.editionId}`).replace("agency:own", `agency:${scene.agencyId}`);
    const grants = people[person]?.map(own);
    const actor = grants ? scene.world.person(person, ...grants) : null;
    const answer = refusalOf(() => run(scene.as(actor, screeningOpens), proposalId));
    const refusal = readers.includes(person) ? "accounts.notAllowed" : "proposals.unknown";
    expect(answer).toBe(allowed.includes(person) ? "done" : refusal);
  });
});
