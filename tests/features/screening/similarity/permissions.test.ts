import { describe, expect, it } from "vitest";
import { compareEntry, judgePair } from "#app/features/screening/similarity/operations.server.ts";
import { getSimilarityPanel } from "#app/features/screening/similarity/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { compared, entered, fromAgency, similarScene, type SimilarScene } from "#tests/features/screening/similarity/scene.ts";
import { textOf } from "#tests/features/screening/similarity/texts.ts";

const people = {
  visitor: null,
  stranger: [],
  admin: ["agency:own:admin"],
  otherAdmin: ["agency:other:admin"],
  organiser: ["edition:own:organiser"],
  screener: ["edition:own:screener"],
  screenerElsewhere: ["edition:edn_other:screener"],
  screenerOfOneAgency: ["edition:own:screener", "agency:own:writer"],
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
type Asked = { proposalId: ProposalId; pair: { id: ReturnType<typeof panelOf>["pairs"][number]["id"]; foundAt: number } };

const panelOf = (scene: SimilarScene, proposalId: ProposalId) => getSimilarityPanel(scene.as(scene.screener), proposalId);

const operations: Record<string, { allowed: Person[]; told: Person[]; hidden: string; run: (ctx: Ctx, asked: Asked) => void }> = {
  compareEntry: {
    allowed: ["operator"],
    told: Object.keys(people).filter((person) => person !== "operator") as Person[],
    hidden: "",
    run: (ctx, { proposalId }) => compareEntry(ctx, { proposalId }),
  },
  judgePair: {
    allowed: ["screener", "organiser"],
    told: ["auditor"],
    hidden: "similarity.unknown",
    run: (ctx, { pair }) => judgePair(ctx, { pairId: pair.id, foundAt: pair.foundAt, verdict: "fair", note: "" }),
  },
};

describe.each(Object.entries(operations))("%s", (_, { allowed, told, hidden, run }) => {
  it.each(Object.keys(people) as Person[])("asked by %s", async (person) => {
    const scene = similarScene();
    const other = fromAgency(scene, "33.74", "Kota Semarang");
    const text = textOf(1, 400);
    const proposalId = entered(scene, { title: "Apotek Singgah", text });
    entered(other, { title: "Apotek Terapung", text });
    await compared(scene);
    const [pair] = panelOf(scene, proposalId).pairs;
    if (!pair) throw new Error("no pair to ask about");
    const actor = actorOf(scene, other.agencyId, person);
    const answer = refusalOf(() => run(scene.as(actor), { proposalId, pair }));
    expect(answer).toBe(allowed.includes(person) ? "done" : told.includes(person) ? "accounts.notAllowed" : hidden);
  });
});

/** Members of an agency have their row in the registry, where conflicts are detected. */
function actorOf(scene: SimilarScene, otherAgency: string, person: Person) {
  const grants = people[person]?.map((grant) =>
    grant.replace("edition:own", `edition:${scene.editionId}`).replace("agency:own", `agency:${scene.agencyId}`).replace("agency:other", `agency:${otherAgency}`),
  );
  if (!grants) return null;
  if (person === "screenerOfOneAgency") return { ...scene.writer, grants: [...scene.writer.grants, ...scene.screener.grants] };
  return scene.world.person(person, ...grants);
}
