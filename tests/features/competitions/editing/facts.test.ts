import { expect, it } from "vitest";
import { factsFor } from "#app/features/competitions/editing/queries.server.ts";
import { agencyMerges } from "#db/schema/agencies.ts";
import { addAgency } from "#tests/features/ranking/scene.ts";
import { makeWorld } from "#tests/support/world.ts";

it("offers no merged agency as a body, unless the rules name it already", () => {
  const world = makeWorld();
  const [one, other] = [addAgency(world, "Kabupaten Satu"), addAgency(world, "Kabupaten Dua")];
  world.ctx.db.insert(agencyMerges).values({ fromId: other.agencyId, intoId: one.agencyId, reason: "Digabung", mergedAt: 1, mergedBy: one.admin.userId }).run();
  const names = (bodies: string[]) => factsFor(world.ctx, "bodies", { organisingBodies: { agencies: bodies, entries: "ranked" }, remoteRegions: [] }).agencies.map(({ name }) => name);
  expect(names([])).toEqual(["Kabupaten Satu"]);
  expect(names([other.agencyId])).toEqual(["Kabupaten Satu", "Kabupaten Dua"]);
});
