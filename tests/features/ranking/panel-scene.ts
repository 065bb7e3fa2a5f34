import type { ProposalId } from "#app/features/proposals/types.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { panels, slots } from "#db/schema/interviews.ts";
import { definition, month } from "#tests/features/ranking/edition.ts";
import { addAgency, addEntry, addSeat, addSheet, makeScene, type Scene } from "#tests/features/ranking/scene.ts";

/** After every interview of the edition. */
export const heard = month(6);

type Panelled = Scene & { entries: ProposalId[]; jurors: Actor[]; listId: ListId };

/** What entry i is worth, hundredths of a point: in no order that follows numbers or panels, whose best are alike. */
const worth = (i: number): number => 6_000 + ((i * 7) % 12) * 150;

/**
 * Twelve entries heard by two panels of three in turn; the second gives fifteen points less. A juror of each sits in the other for the last
 * four entries, so that all are linked. `before` is what is done before the list is computed.
 */
export function makePanelled(before: (scene: Scene) => void = () => undefined): Panelled {
  const [first] = definition.lists;
  if (!first) throw new Error("the edition has a list");
  const scene = makeScene({ lists: [{ ...first, quantity: "calibrated", size: 4, quorum: "chair", composition: [{ stage: "wawancara", weightBp: 10_000 }] }] });
  const { ctx } = scene.world;
  const { agencyId } = addAgency(scene.world, "Kabupaten Satu");
  const jurors = ["A1", "A2", "A3", "B1", "B2", "B3"].map((name) => addSeat(scene.world, scene.editionId, `Juri ${name}`, "juror"));
  const panelIds = ["A", "B"].map((name) => {
    const id = ctx.newId("panel");
    ctx.db.insert(panels).values({ id, editionId: scene.editionId, name, createdAt: ctx.now }).run();
    return id;
  });
  const entries = Array.from({ length: 12 }, (_, i) => {
    const proposalId = addEntry(scene, { agencyId, number: i + 1, reach: "finalist" });
    const panel = i % 2;
    const startsAt = definition.stages[3]!.opensAt! + i * 3_600_000;
    const times = { startsAt, endsAt: startsAt + 1_200_000, meetingUrl: "https://rapat.contoh.go.id/1", sequence: 0 };
    ctx.db.insert(slots).values({ id: ctx.newId("slot"), editionId: scene.editionId, stage: "wawancara", panelId: panelIds[panel]!, proposalId, ...times }).run();
    const seats = [0, 1, 2].map((seat) => ((seat === 0 && i >= 8 ? 1 - panel : panel) * 3) + seat);
    for (const at of seats) {
      const mark = worth(i) - panel * 1_500 + at * 30 + ((i * at) % 5) * 40;
      addSheet(scene, { proposalId, userId: (jurors[at] as Actor).userId, stage: "wawancara", marks: { paparan: mark } });
    }
    return proposalId;
  });
  before(scene);
  const listId = computeList(scene.as(scene.organiser, heard), { editionId: scene.editionId, listKey: "top2" });
  return { ...scene, entries, jurors, listId };
}
