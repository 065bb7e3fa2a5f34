import { expect, it } from "vitest";
import { acceptInvitation } from "#app/features/accounts/operations.server.ts";
import { changePassword } from "#app/features/accounts/passwords/operations.server.ts";
import { users } from "#db/schema/accounts.ts";
import { client, makeScene, password } from "#tests/features/accounts/scene.ts";

it("is kept by every way as Argon2id with the cost that OWASP asks for: 19 MiB, two turns", async () => {
  const scene = makeScene();
  const userId = await scene.account();
  const costs = () => scene.world.ctx.db.select().from(users).all().map((user) => user.passwordHash?.split("$").slice(1, 4).join(" "));
  const whole = "argon2id v=19 m=19456,t=2,p=1";
  expect(costs()).toEqual([whole]);
  const before = scene.world.ctx.db.select().from(users).all()[0]?.passwordHash;
  await changePassword(scene.own(userId), scene.sessions, { currentPassword: password, password: "payung senja kopi", sessionId: "", accepted: [] });
  await acceptInvitation(scene.visitor, scene.sessions, { token: scene.invite(), password: "payung senja teh", accepted: [], ...client });
  expect(costs()).toEqual([whole, whole]);
  expect(scene.world.ctx.db.select().from(users).all()[0]?.passwordHash).not.toBe(before);
});
