import { describe, expect, it } from "vitest";
import { acceptInvitation } from "#app/features/accounts/operations.server.ts";
import { findInvitationView } from "#app/features/accounts/queries.server.ts";
import { invitationLifetime } from "#app/features/accounts/rules.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { invitations, users } from "#db/schema/accounts.ts";
import { client, makeScene, password, refusal } from "#tests/features/accounts/scene.ts";

const accepting = (token: string) => ({ token, password, accepted: [], ...client });

describe("invitations", () => {
  it("set the password once, and the link is void afterwards", async () => {
    const { world, sessions, visitor, invite } = makeScene();
    const token = invite();
    const accept = () => acceptInvitation(visitor, sessions, { ...accepting(token), name: "Budi Santoso" });
    const { sessionId } = await accept();
    expect((await sessions.validate(sessionId))?.codeDue).toBe(false);
    expect(await refusal(accept())).toBe("accounts.invitationUsed");
    expect(world.ctx.db.select({ name: users.name }).from(users).all()).toEqual([{ name: "Budi Santoso" }]);
  });

  it("show that letters reach the address", async () => {
    const { world, sessions, visitor, invite } = makeScene();
    await acceptInvitation(visitor, sessions, accepting(invite()));
    expect(world.ctx.db.select({ at: users.emailVerifiedAt }).from(users).all()).toEqual([{ at: world.ctx.now }]);
  });

  it("expire to the millisecond", async () => {
    const { world, sessions, invite } = makeScene();
    const token = invite();
    const late = world.as(null, world.ctx.now + invitationLifetime);
    expect(await refusal(acceptInvitation(late, sessions, accepting(token)))).toBe("accounts.invitationExpired");
  });

  it("take no poor password, and stay open after one", async () => {
    const { sessions, visitor, invite } = makeScene();
    const token = invite();
    const poor = { ...accepting(token), password: "password1234" };
    expect(await refusal(acceptInvitation(visitor, sessions, poor))).toBe("accounts.strength.refused");
    expect(await refusal(acceptInvitation(visitor, sessions, { ...poor, accepted: ["password1234"] }))).toBe("accepted");
  });

  it("keep no secret: the link's token is stored as its hash", () => {
    const { world, invite } = makeScene();
    const token = invite();
    expect(JSON.stringify(world.ctx.db.select().from(invitations).get())).not.toContain(token);
    expect(findInvitationView(world.ctx, token)?.email).toBe("budi@contoh.go.id");
    expect(findInvitationView(world.ctx, "unknown")).toBe(undefined);
  });
});

describe("accounts", () => {
  it("are made by the system admin alone, one an address", async () => {
    const { world, account } = makeScene();
    await account("Ani@Contoh.go.id");
    expect(await refusal(account())).toBe("accounts.emailTaken");
    const organiser = world.person("Sekretariat", "system::organiser");
    const input = { email: "c@contoh.go.id", name: "C", password, systemRole: "none" as const };
    expect(await refusal(createUser(world.as(organiser), input))).toBe("accounts.notAllowed");
  });
});
