import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inviteUnseatedMember } from "#app/acts/invite-member.server.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import type { SeatRole } from "#app/features/competitions/types.ts";
import { editions } from "#db/schema/competitions.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { entry, judgingScene, seated } from "#tests/features/screening/scene.ts";

const writer = { name: "Siapa saja", role: "writer" as const, unit: "Dinas Kesehatan" };

describe("inviting a member", () => {
  it("never makes a conflict for whoever screens or judges in an edition that has not closed", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const invite = (email: string) => refusalOf(() => inviteUnseatedMember(scene.as(scene.admin), { ...writer, agencyId: scene.agencyId, email }));
    const people = [scene.screener, scene.evaluators[0]!, scene.juror, scene.chair];
    expect(people.map(({ email }) => invite(` ${email.toUpperCase()}`))).toEqual(Array(4).fill("agencies.seatedElsewhere"));
    const { editionId, agencyId } = scene;
    const met = people.map(({ userId }) => findConflict(scene.world.ctx, { editionId, agencyId, proposalId, userId }));
    expect(met).toEqual(Array(4).fill(null));
    scene.world.ctx.db.update(editions).set({ status: "closed" }).where(eq(editions.id, editionId)).run();
    expect(people.map(({ email }) => invite(email))).toEqual(Array(4).fill("done"));
  });

  it("takes people of other seats, and people nobody knows", () => {
    const scene = judgingScene();
    const invite = (email: string) => refusalOf(() => inviteUnseatedMember(scene.as(scene.admin), { ...writer, agencyId: scene.agencyId, email }));
    const others = (["observer", "signatory"] as SeatRole[]).map((role) => seated(scene, role, role).email);
    expect([...others, "baru@contoh.go.id"].map(invite)).toEqual(Array(3).fill("done"));
  });

  it("tells who sits where only to whoever may invite", () => {
    const scene = judgingScene();
    const by = scene.as(scene.writer);
    const input = { ...writer, agencyId: scene.agencyId, email: scene.screener.email };
    expect(refusalOf(() => inviteUnseatedMember(by, input))).toBe("accounts.notAllowed");
  });
});
