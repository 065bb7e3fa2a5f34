import { expect, it } from "vitest";
import { seatRoles } from "#app/features/competitions/types.ts";
import { attachMinutes, checkMinutes, keepDecree, restateSigners } from "#app/features/ranking/documents/operations.server.ts";
import { getScanPage } from "#app/features/ranking/documents/queries.server.ts";
import { mayAttachMinutes } from "#app/features/ranking/policy.ts";
import { getReadings, getSigners } from "#app/features/ranking/signers/queries.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { addSeat } from "#tests/features/ranking/scene.ts";
import { allSigned, type Draft, makeDraft, received, refusalLater, said } from "#tests/features/ranking/documents/scene.ts";

type Case = { name: string; allowed: string[]; run: (scene: Draft, who: Actor | null) => Promise<unknown> };

/** Every operation and read of papers, by the roles that may. */
const table: Case[] = [
  {
    name: "attachMinutes",
    allowed: ["organiser", "chair"],
    run: (scene, who) => attachMinutes(scene.as(who), { listId: scene.listId, file: received(scene), ...said, digest: scene.digest, signers: allSigned(scene) }),
  },
  {
    name: "checkMinutes",
    allowed: ["organiser", "chair"],
    run: async (scene, who) => {
      const documentId = await scene.attach(addSeat(scene.world, scene.editionId, "Pengunggah", "organiser"));
      checkMinutes(scene.as(who), { listId: scene.listId, documentId, signers: allSigned(scene) });
    },
  },
  {
    name: "restateSigners",
    // Of those who may, whoever handed the scan in.
    allowed: ["organiser", "chair"],
    run: async (scene, who) => {
      const may = who !== null && mayAttachMinutes(who, scene.editionId);
      const documentId = await scene.attach(may ? who : scene.organiser);
      restateSigners(scene.as(who), { listId: scene.listId, documentId, signers: allSigned(scene) });
    },
  },
  {
    name: "keepDecree",
    allowed: ["organiser"],
    run: (scene, who) => keepDecree(scene.as(who), { listId: scene.listId, file: received(scene) }),
  },
  {
    name: "getReadings",
    allowed: ["organiser", "chair", "signatory", "auditor"],
    run: async (scene, who) => {
      const documentId = await scene.attach(scene.organiser);
      getReadings(scene.as(who), { listId: scene.listId, scan: { id: documentId, attachedBy: scene.organiser.userId } });
    },
  },
  {
    name: "getSigners",
    allowed: ["organiser", "chair", "signatory", "auditor"],
    run: (scene, who) => Promise.resolve().then(() => getSigners(scene.as(who), scene.listId)),
  },
  {
    name: "getScanPage",
    allowed: ["organiser", "chair", "signatory", "auditor"],
    run: (scene, who) => Promise.resolve().then(() => getScanPage(scene.as(who), scene.listId)),
  },
];

const unknown = "ranking.listUnknown";
const hidden: Record<string, string> = { getScanPage: unknown, getReadings: unknown, getSigners: unknown };

it.each(table.flatMap((one) => [...seatRoles, "visitor", "stranger"].map((role) => ({ ...one, role }))))("$name as $role", async ({ name, allowed, role, run }) => {
  const scene = makeDraft();
  const who = role === "visitor" ? null : role === "stranger" ? scene.world.person("Orang Lain") : addSeat(scene.world, scene.editionId, `Orang ${role}`, role as (typeof seatRoles)[number]);
  const refusal = hidden[name] ?? "accounts.notAllowed";
  expect(await refusalLater(() => run(scene, who))).toBe(allowed.includes(role) ? "done" : refusal);
  expect(getList(scene.world.ctx, scene.listId).status).toBe(name === "checkMinutes" && allowed.includes(role) ? "signed" : "draft");
});
