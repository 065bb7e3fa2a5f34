import { expect, it } from "vitest";
import { seatRoles } from "#app/features/competitions/types.ts";
import { announceList, announceRemovals } from "#app/features/ranking/announcing/operations.server.ts";
import {
  approveList,
  computeList,
  finaliseList,
  replaceEntry,
  signMinutes,
} from "#app/features/ranking/operations.server.ts";
import { recordMove } from "#app/features/ranking/deliberation/operations.server.ts";
import { getEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import { getExplanation } from "#app/features/ranking/explaining/queries.server.ts";
import { releaseRemarks } from "#app/features/ranking/remarks/operations.server.ts";
import { prepareList } from "#app/features/ranking/computing/operations.server.ts";
import { numberAssessors } from "#app/features/ranking/pseudonyms/operations.server.ts";
import { askComputation, runComputation } from "#app/features/ranking/runs/operations.server.ts";
import { findLastRun } from "#app/features/ranking/runs/queries.server.ts";
import { waiveLinkage } from "#app/features/ranking/waiving/operations.server.ts";
import { listLists } from "#app/features/ranking/queries.server.ts";
import { getListDocument, getListPage } from "#app/features/ranking/tables/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { definition, refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat, makeProvisional, makeRanked, makeUnlinked, minutes } from "#tests/features/ranking/scene.ts";

type Case = { name: string; allowed: string[]; run: (who: (scene: ReturnType<typeof makeRanked>) => Actor | null) => string };

const key = (scene: { editionId: ReturnType<typeof makeRanked>["editionId"] }) => ({ editionId: scene.editionId, listKey: "top2" });

function signed() {
  const scene = makeRanked();
  const listId = computeList(scene.as(scene.organiser), key(scene));
  signMinutes(scene.as(scene.chair), { listId, ...minutes });
  return { ...scene, listId };
}

const draftReaders = ["organiser", "chair", "signatory", "auditor"];

/** Every operation and every read of the room, by the roles that may. */
const table: Case[] = [
  {
    name: "computeList",
    allowed: ["organiser"],
    run: (who) => {
      const scene = makeRanked();
      return refusalOf(() => computeList(scene.as(who(scene)), key(scene)));
    },
  },
  {
    name: "prepareList",
    allowed: ["organiser"],
    run: (who) => {
      const scene = makeRanked();
      return refusalOf(() => prepareList(scene.as(who(scene)), key(scene)));
    },
  },
  {
    name: "numberAssessors",
    allowed: ["organiser"],
    run: (who) => {
      const scene = makeRanked();
      return refusalOf(() => numberAssessors(scene.as(who(scene)), { editionId: scene.editionId, userIds: [scene.evaluator.userId] }));
    },
  },
  {
    name: "askComputation",
    allowed: ["organiser"],
    run: (who) => {
      const scene = makeRanked();
      return refusalOf(() => askComputation(scene.as(who(scene)), key(scene)));
    },
  },
  {
    name: "waiveLinkage",
    allowed: ["chair"],
    run: (who) => {
      const { listId, ...scene } = makeUnlinked();
      return refusalOf(() => waiveLinkage(scene.as(who(scene)), { listId, reason: "Peserta dibagi menurut undian." }));
    },
  },
  {
    name: "releaseRemarks",
    allowed: ["organiser"],
    run: (who) => {
      const scene = makeProvisional();
      const input = { editionId: scene.editionId, proposalId: scene.entries[0]!, text: "Dampaknya jelas.", isChecked: false };
      return refusalOf(() => releaseRemarks(scene.as(who(scene)), input));
    },
  },
  {
    name: "getExplanation",
    allowed: ["chair", "auditor"],
    run: (who) => {
      const scene = makeProvisional();
      return refusalOf(() => getExplanation(scene.as(who(scene)), { ...key(scene), number: 1 }));
    },
  },
  {
    name: "getEvidence",
    allowed: draftReaders,
    run: (who) => {
      const scene = makeProvisional();
      return refusalOf(() => getEvidence(scene.as(who(scene)), key(scene)));
    },
  },
  {
    name: "signMinutes",
    allowed: ["chair"],
    run: (who) => {
      const scene = makeRanked();
      const listId = computeList(scene.as(scene.organiser), key(scene));
      return refusalOf(() => signMinutes(scene.as(who(scene)), { listId, ...minutes }));
    },
  },
  {
    name: "approveList",
    allowed: ["signatory"],
    run: (who) => {
      const scene = signed();
      return refusalOf(() => approveList(scene.as(who(scene)), { listId: scene.listId }));
    },
  },
  {
    name: "finaliseList",
    allowed: ["organiser"],
    run: (who) => {
      const scene = makeProvisional();
      const ctx = scene.as(who(scene), Date.UTC(2026, 3, 6, 17));
      return refusalOf(() => finaliseList(ctx, { listId: scene.listId, decreeNumber: "SK", decreeDate: "2026-04-01" }));
    },
  },
  {
    name: "replaceEntry",
    allowed: ["organiser"],
    run: (who) => {
      const scene = makeProvisional();
      const input = { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." };
      return refusalOf(() => replaceEntry(scene.as(who(scene)), input));
    },
  },
  {
    name: "recordMove",
    allowed: ["chair"],
    run: (who) => {
      const scene = makeRanked();
      const listId = computeList(scene.as(scene.organiser), key(scene));
      const votes = { inFavour: 1, against: 0, abstained: 0, present: [scene.chair.userId] };
      const session = { reason: "Bukti dampak lebih kuat.", place: "Jakarta", heldOn: "2026-04-01" };
      return refusalOf(() => recordMove(scene.as(who(scene)), { listId, entering: 3, leaving: 2, ...votes, ...session }));
    },
  },
  {
    name: "listLists",
    allowed: draftReaders,
    run: (who) => {
      const scene = makeRanked();
      return refusalOf(() => listLists(scene.as(who(scene)), scene.editionId));
    },
  },
  {
    name: "getListPage",
    allowed: draftReaders,
    run: (who) => {
      const scene = makeRanked();
      return refusalOf(() => getListPage(scene.as(who(scene)), key(scene)));
    },
  },
  {
    name: "getListDocument of a draft",
    allowed: draftReaders,
    run: (who) => {
      const scene = makeRanked();
      const listId = computeList(scene.as(scene.organiser), key(scene));
      return refusalOf(() => getListDocument(scene.as(who(scene)), listId));
    },
  },
  {
    name: "getListDocument of a provisional list",
    allowed: [...seatRoles, "agency admin", "visitor", "another edition's organiser"],
    run: (who) => {
      const scene = makeProvisional();
      return refusalOf(() => getListDocument(scene.as(who(scene)), scene.listId));
    },
  },
];

const others = ["agency admin", "visitor", "another edition's organiser"];

function personOf(scene: ReturnType<typeof makeRanked>, role: string): Actor | null {
  if (role === "visitor") return null;
  if (role === "agency admin") return scene.admins[0] ?? null;
  if (role === "another edition's organiser") return scene.world.person("Tetangga", "edition:edn_lain:organiser");
  return addSeat(scene.world, scene.editionId, `Orang ${role}`, role as (typeof seatRoles)[number]);
}

const cells = table.flatMap((row) => [...seatRoles, ...others].map((role) => [row.name, role, row] as const));

it.each(cells)("%s by %s", (_name, role, row) => {
  const outcome = row.run((scene) => personOf(scene, role));
  if (row.allowed.includes(role)) expect(outcome).toBe("done");
  else expect(["accounts.notAllowed", "ranking.listUnknown", "competitions.editionUnknown"]).toContain(outcome);
});

it("runComputation does what was asked for, as whoever asked: without the seat by then, it is refused", () => {
  const scene = makeRanked();
  const runId = askComputation(scene.as(scene.organiser), key(scene));
  const stranger = addSeat(scene.world, scene.editionId, "Pengamat", "observer");
  runComputation(scene.world.ctx, { runId, as: () => scene.as(stranger) });
  expect(findLastRun(scene.as(scene.organiser), key(scene))).toMatchObject({ status: "failed", refusal: { code: "accounts.notAllowed" } });
});

it("announceList has no permission of its own: it writes only inside the act that published", () => {
  const scene = makeProvisional();
  const ctx = scene.as(scene.signatory);
  const list = getList(ctx, scene.listId);
  const edition = getEdition(ctx, scene.editionId);
  const rows = getListDocument(ctx, list.id).rows.length;
  expect(rows).toBe(4);
  const work = () =>
    announceList(ctx, { edition, award: listOf(definition, "top2"), list, rows: [listedOf(scene)], template: "listFinal" });
  expect(work).toThrow("belongs to the transaction");
});

it("announceRemovals has none either: it finds the agencies of what left, inside the act that published", () => {
  const scene = makeProvisional();
  const listId = replaceEntry(scene.as(scene.organiser), { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
  const ctx = scene.as(scene.signatory);
  const told = { edition: getEdition(ctx, scene.editionId), award: listOf(definition, "top2"), list: getList(ctx, listId) };
  expect(() => announceRemovals(ctx, told)).toThrow("belongs to the transaction");
});

function listedOf(scene: ReturnType<typeof makeProvisional>) {
  const agencyId = scene.admins[0]?.grants[0]?.scopeId as never;
  const names = { agencyName: "", agencyCode: "", agencyKind: "kabupaten" as const, provinceCode: null };
  const keys = { groupKey: "umum", categoryKey: "layanan", title: "Inovasi", unit: "Dinas" };
  return { proposalId: scene.entries[0]!, rank: 1, number: 1, agencyId, score: 1, ...names, ...keys };
}
