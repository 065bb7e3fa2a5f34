import { expect, it } from "vitest";
import { seatRoles } from "#app/features/competitions/types.ts";
import { signMinutes } from "#app/features/ranking/operations.server.ts";
import { getCosigning } from "#app/features/ranking/signers/cosigning/queries.server.ts";
import { cosignMinutes } from "#app/features/ranking/signers/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat, minutes } from "#tests/features/ranking/scene.ts";
import { makeDraft } from "#tests/features/ranking/documents/scene.ts";

type Signed = ReturnType<typeof makeDraft>;
type Case = { name: string; refusal: string; run: (scene: Signed, who: Actor | null) => void };

/** What the panel does after its chair has signed, and what it reads before. */
const table: Case[] = [
  { name: "cosignMinutes", refusal: "accounts.notAllowed", run: (scene, who) => cosignMinutes(scene.as(who), { listId: scene.listId }) },
  { name: "getCosigning", refusal: "ranking.listUnknown", run: (scene, who) => void getCosigning(scene.as(who), { editionId: scene.editionId, listKey: "top2" }) },
];

it.each(table.flatMap((one) => [...seatRoles, "visitor", "stranger"].map((role) => ({ ...one, role }))))("$name as $role", ({ refusal, role, run }) => {
  const scene = makeDraft();
  signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
  const who = role === "visitor" ? null : role === "stranger" ? scene.world.person("Orang Lain") : addSeat(scene.world, scene.editionId, `Orang ${role}`, role as (typeof seatRoles)[number]);
  expect(refusalOf(() => run(scene, who))).toBe(["chair", "juror"].includes(role) ? "done" : refusal);
});
