import { describe, expect, it } from "vitest";
import { listDrafts } from "#app/features/proposals/figures/drafts/queries.server.ts";
import { inviteAbsent, remindDrafts } from "#app/features/proposals/figures/operations.server.ts";
import { listAbsent } from "#app/features/proposals/figures/people/queries.server.ts";
import { getCurve, getDays, getFunnel } from "#app/features/proposals/figures/queries.server.ts";
import { getWaiting } from "#app/features/screening/waiting/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { completeDraft, makeScene, refusalOf, type Scene } from "#tests/features/proposals/scene.ts";

const filter = { kind: "", group: "", category: "", province: "", days: 0 };
const list = { dir: "asc", page: 1 } as const;
type Act = (ctx: Ctx, scene: Scene) => unknown;

const acts: Record<string, Act> = {
  getFunnel: (ctx, { editionId }) => getFunnel(ctx, editionId, { by: "kind", filter }),
  getDays: (ctx, { editionId }) => getDays(ctx, editionId, filter),
  getCurve: (ctx, { editionId }) => getCurve(ctx, editionId, { filter, earlierId: "" }),
  listDrafts: (ctx, { editionId }) => listDrafts(ctx, editionId, { filter, list: { ...list, status: null, sort: "risk" } }),
  listAbsent: (ctx, { editionId }) => listAbsent(ctx, editionId, { filter, list: { ...list, state: "never", sort: "place" } }),
  getWaiting: (ctx, { editionId }) => getWaiting(ctx, editionId),
  remindDrafts: (ctx, scene) => remindDrafts(ctx, { editionId: scene.editionId, proposalIds: [completeDraft(scene)] }),
  inviteAbsent: (ctx, { editionId, writer }) => inviteAbsent(ctx, { editionId, userIds: [writer.userId] }),
};

const roles = ["organiser", "auditor", "screener", "juror", "chair", "admin", "writer", "organiserElsewhere", "operator", "visitor"] as const;
const hidden = "competitions.editionUnknown";

function ctxOf(scene: Scene, role: (typeof roles)[number]): Ctx {
  if (role === "visitor") return scene.as(null);
  if (role === "admin" || role === "writer") return scene.as(scene[role]);
  if (role === "operator") return scene.as(scene.world.person("Operator", "system::operator"));
  const place = role === "organiserElsewhere" ? "edition:edn_other:organiser" : `edition:${scene.editionId}:${role}`;
  return scene.as(scene.world.person(`Orang ${role}`, place));
}

describe("the control room exists for the secretariat and the auditors of its edition, and writes letters for the secretariat alone", () => {
  for (const [name, act] of Object.entries(acts)) {
    it.each(roles)(`${name}: %s`, (role) => {
      const scene = makeScene();
      const writes = name === "remindDrafts" || name === "inviteAbsent";
      const expected = role === "organiser" ? "done" : role === "auditor" ? (writes ? "accounts.notAllowed" : "done") : hidden;
      expect(refusalOf(() => act(ctxOf(scene, role), scene))).toBe(expected);
    });
  }
});
