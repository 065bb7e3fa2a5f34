import { describe, expect, it } from "vitest";
import { decideAgencyObjection, objectToAssessor } from "#app/features/conflicts/objecting/operations.server.ts";
import { declareAgencyConflict, declareConflict, declareHomeRegion } from "#app/features/conflicts/operations.server.ts";
import { decideConflict } from "#app/features/conflicts/register/operations.server.ts";
import type { AgencyObjectionId, ConflictId } from "#app/features/conflicts/types.ts";
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
type Thing = {
  proposalId: Id<"proposal">;
  editionId: Id<"edition">;
  agencyId: Id<"agency">;
  conflictId: ConflictId;
  objectionId: AgencyObjectionId;
};
const reason = "Saya pernah membina unit ini.";

type Row = { allowed: Person[]; outside?: Person[]; unknown?: string; run: (ctx: Ctx, thing: Thing) => void };

const unread: Person[] = ["visitor", "stranger", "admin", "screener", "evaluator", "evaluatorElsewhere", "juror", "chair", "signatory", "operator"];

const operations: Record<string, Row> = {
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
  declareHomeRegion: {
    allowed: ["screener", "evaluator", "juror", "chair"],
    run: (ctx, { editionId }) => declareHomeRegion(ctx, { editionId, regionCode: "33" }),
  },
  // An auditor reads conflicts and decides none.
  decideConflict: {
    allowed: ["organiser"],
    outside: unread,
    unknown: "conflicts.unknown",
    run: (ctx, { conflictId }) => decideConflict(ctx, { conflictId, step: "confirm", reason }),
  },
  decideAgencyObjection: {
    allowed: ["organiser"],
    outside: unread,
    unknown: "conflicts.unknown",
    run: (ctx, { objectionId }) => decideAgencyObjection(ctx, { objectionId, step: "confirm", reason }),
  },
  objectToAssessor: {
    allowed: ["admin"],
    outside: [...unread.filter((one) => one !== "admin"), "organiser", "auditor"],
    unknown: "agencies.unknown",
    run: (ctx, { editionId, agencyId }) => objectToAssessor(ctx, { editionId, agencyId, about: "person", name: "Juri 01", reason }),
  },
};

describe.each(Object.entries(operations))("%s", (_, { allowed, outside, unknown, run }) => {
  it.each(Object.keys(people) as Person[])("asked by %s", (person) => {
    const scene = judgingScene({ conflicts: { sameRegion: true, formerPostYears: 0, byAgency: "confirmed" } });
    const { editionId, agencyId } = scene;
    const proposalId = entry(scene);
    const conflictId = declareAgencyConflict(scene.as(scene.juror), { editionId, agencyId, reason });
    const objectionId = objectToAssessor(scene.as(scene.admin), { editionId, agencyId, about: "person", name: "Juri 01", reason });
    const own = (grant: string): string => grant.replace("edition:own", `edition:${editionId}`).replace("agency:own", `agency:${agencyId}`);
    const grants = people[person]?.map(own);
    const actor = grants ? scene.world.person(person, ...grants) : null;
    const answer = refusalOf(() => run(scene.as(actor), { proposalId, editionId, agencyId, conflictId, objectionId }));
    expect(answer).toBe(allowed.includes(person) ? "done" : (outside?.includes(person) ? (unknown ?? "proposals.unknown") : "accounts.notAllowed"));
  });
});
