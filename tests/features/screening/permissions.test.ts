import { describe, expect, it } from "vitest";
import { decideAppeal, fileAppeal } from "#app/features/screening/appeals/operations.server.ts";
import { claimEntry, claimNext, releaseClaim, saveFindings } from "#app/features/screening/claims/operations.server.ts";
import { closeCorrections, extendCorrectionTime, resumeCase, returnForCorrection } from "#app/features/screening/corrections/operations.server.ts";
import { announceCase, announceDecisions, tellAgency } from "#app/features/screening/letters/operations.server.ts";
import { decideScreening, undoDecision } from "#app/features/screening/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { allPassed, entry, type JudgingScene, judgingScene, oneFailed, screeningOpens } from "#tests/features/screening/scene.ts";
import { plainRules } from "#tests/support/plain-rules.ts";
import { keptScene } from "#tests/support/world.ts";

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

type Asked = { scene: JudgingScene; proposalId: ProposalId; editionId: JudgingScene["editionId"] };

/**
 * One operation: who may, what the others are told who know the entry, and what those who do not. `before` brings the entry to
 * where the operation begins; what it answers is handed to the operation.
 */
type Row = {
  allowed: Person[];
  readers: Person[];
  hidden: string;
  before?: (asked: Asked) => unknown;
  run: (ctx: Ctx, asked: Asked, given: unknown) => unknown;
};

const why = "Keliru membaca surat pernyataan.";
const office: Person[] = ["organiser", "screener", "auditor"];
const rules = { ...plainRules.screening, corrections: { times: 1, days: 3 }, appealDays: 3, appealDecisionDays: 3 };
const judge = ({ scene, proposalId }: Asked, outcome: "passed" | "failed") =>
  decideScreening(scene.as(scene.screener, screeningOpens), { proposalId, outcome, checks: outcome === "passed" ? allPassed() : oneFailed(), reason: why });
const reject = (asked: Asked) => {
  judge(asked, "failed");
  announceDecisions(asked.scene.as(asked.scene.organiser, screeningOpens), { editionId: asked.editionId });
};
const askBack = ({ scene, proposalId }: Asked) =>
  returnForCorrection(scene.as(scene.screener, screeningOpens), { proposalId, fields: [], reasonKeys: [], note: why });
const appealed = async (asked: Asked) => {
  reject(asked);
  return fileAppeal(asked.scene.as(asked.scene.admin, screeningOpens), { proposalId: asked.proposalId, text: why.repeat(3), file: null });
};

/** `readers` know the entry and are told that they may not; for everybody else it does not exist. */
const operations: Record<string, Row> = {
  decideScreening: {
    allowed: ["screener"],
    readers: ["admin", ...office],
    hidden: "proposals.unknown",
    run: (ctx, { proposalId }) => decideScreening(ctx, { proposalId, outcome: "passed", checks: allPassed(), reason: "" }),
  },
  claimEntry: {
    allowed: ["screener"],
    readers: ["admin", ...office],
    hidden: "proposals.unknown",
    run: (ctx, { proposalId }) => claimEntry(ctx, { proposalId }),
  },
  claimNext: {
    allowed: ["screener"],
    readers: office,
    hidden: "competitions.editionUnknown",
    run: (ctx, { editionId }) => claimNext(ctx, { editionId }),
  },
  releaseClaim: {
    allowed: ["organiser"],
    readers: office,
    hidden: "screening.claimUnknown",
    before: ({ scene, proposalId }) => claimEntry(scene.as(scene.screener, screeningOpens), { proposalId }),
    run: (ctx, { proposalId }) => releaseClaim(ctx, { proposalId }),
  },
  undoDecision: {
    allowed: ["organiser"],
    readers: ["admin", ...office],
    hidden: "proposals.unknown",
    before: (asked) => judge(asked, "passed"),
    run: (ctx, { proposalId }) => undoDecision(ctx, { proposalId, reason: why }),
  },
  announceDecisions: {
    allowed: ["organiser"],
    readers: office,
    hidden: "competitions.editionUnknown",
    run: (ctx, { editionId }) => announceDecisions(ctx, { editionId }),
  },
  returnForCorrection: {
    allowed: ["screener"],
    readers: ["admin", ...office],
    hidden: "proposals.unknown",
    run: (ctx, { proposalId }) => returnForCorrection(ctx, { proposalId, fields: [], reasonKeys: [], note: why }),
  },
  extendCorrectionTime: {
    allowed: ["organiser", "screener"],
    readers: office,
    hidden: "proposals.correctionUnknown",
    before: askBack,
    run: (ctx, _, id) => extendCorrectionTime(ctx, { correctionId: id as ReturnType<typeof askBack>, dueAt: screeningOpens + 4 * 86_400_000, reason: why }),
  },
  closeCorrections: {
    allowed: ["operator"],
    readers: Object.keys(people) as Person[],
    hidden: "",
    run: (ctx) => closeCorrections(ctx),
  },
  fileAppeal: {
    allowed: ["admin"],
    readers: ["admin"],
    hidden: "proposals.unknown",
    before: reject,
    run: (ctx, { proposalId }) => fileAppeal(ctx, { proposalId, text: why.repeat(3), file: null }),
  },
  decideAppeal: {
    allowed: ["organiser", "screener"],
    readers: office,
    hidden: "screening.appealUnknown",
    before: appealed,
    run: (ctx, _, id) => decideAppeal(ctx, { appealId: id as Awaited<ReturnType<typeof appealed>>, outcome: "dismissed", decision: why }),
  },
};

async function answerOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return "done";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

const judging = keptScene(() => judgingScene({ screening: rules }));

describe.each(Object.entries(operations))("%s", (_, { allowed, readers, hidden, before, run }) => {
  it.each(Object.keys(people) as Person[])("asked by %s", async (person) => {
    const scene = judging();
    const asked = { scene, proposalId: entry(scene), editionId: scene.editionId };
    const given = await before?.(asked);
    const own = (grant: string): string =>
      grant.replace("edition:own", `edition:${scene.editionId}`).replace("agency:own", `agency:${scene.agencyId}`);
    const grants = people[person]?.map(own);
    const actor = grants ? scene.world.person(person, ...grants) : null;
    const answer = await answerOf(() => run(scene.as(actor, screeningOpens), asked, given));
    const refusal = readers.includes(person) ? "accounts.notAllowed" : hidden;
    expect(answer).toBe(allowed.includes(person) ? "done" : refusal);
  });
});

describe("saveFindings", () => {
  it.each(Object.keys(people) as Person[])("asked by %s, who holds no claim", (person) => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const own = (grant: string): string =>
      grant.replace("edition:own", `edition:${scene.editionId}`).replace("agency:own", `agency:${scene.agencyId}`);
    const grants = people[person]?.map(own);
    const actor = grants ? scene.world.person(person, ...grants) : null;
    const draft = { findings: {}, notes: {}, reasons: [], reason: "" };
    const answer = refusalOf(() => saveFindings(scene.as(actor, screeningOpens), { proposalId, draft }));
    const known = (["admin", "organiser", "auditor"] as Person[]).includes(person) ? "accounts.notAllowed" : "proposals.unknown";
    expect(answer).toBe(person === "screener" ? "screening.claimLost" : known);
  });
});

describe("written in the transaction of an act that was authorised", () => {
  const written: Record<string, (ctx: Ctx, proposalId: ProposalId) => unknown> = {
    announceCase: (ctx, proposalId) => announceCase(ctx, { ...caseAt, proposalId }),
    tellAgency: (ctx, proposalId) => tellAgency(ctx, { proposalId, kind: "screeningPassed", key: "1" }),
    resumeCase: (ctx, proposalId) => resumeCase(ctx, { proposalId }),
  };
  const caseAt = { editionId: "edn_x" as JudgingScene["editionId"], state: "passed" as const, round: 1, screeningId: null, handlerId: null, changedAt: 0, announcedAt: null };
  it.each(Object.entries(written))("%s does nothing outside one", (_, write) => {
    const scene = judgingScene();
    expect(() => write(scene.as(scene.organiser), entry(scene))).toThrow(/transaction/);
  });
});
