import { createUser, inviteAccount } from "#app/features/accounts/operations.server.ts";
import { signIn } from "#app/features/accounts/sessions/operations.server.ts";
import { openSessions } from "#app/features/accounts/sessions/store.server.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError, InvalidInput } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";
import { outbox } from "#db/schema/notifications.ts";
import { makeWorld } from "#tests/support/world.ts";

export const password = "kalimat sandi uji coba";
export const client = { network: "103.10.66.7", userAgent: "Mozilla/5.0 (X11; Linux x64) Firefox/128.0" };
export type OwnCtx = Ctx & { actor: Actor };

/** What work refuses with: a refusal's code, the first fault of a field, or "accepted". */
export const refusal = async (work: Promise<unknown> | (() => unknown)): Promise<string> => {
  try {
    await (typeof work === "function" ? work() : work);
    return "accepted";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    if (error instanceof InvalidInput) return error.faults[0]?.code ?? "";
    throw error;
  }
};

/** A world with sessions whose real clock the test moves: `clock.now` in UTC ms. */
export function makeScene() {
  const world = makeWorld();
  const clock = { now: Date.now() };
  const sessions = openSessions(world.ctx.db, { lifetime: 3_600_000, secure: false, now: () => clock.now });
  const visitor = world.as(null);
  const account = (email = "ani@contoh.go.id", name = "Ani") => createUser(world.ctx, { email, name, password, systemRole: "none" });
  const enter = (input: { email?: string; password?: string; network?: string; code?: string } = {}) =>
    signIn(visitor, sessions, { email: "ani@contoh.go.id", password, ...client, ...input });
  const own = (userId: UserId): OwnCtx => ({ ...world.ctx, actor: { userId, name: "Ani", email: "ani@contoh.go.id", grants: [] } });
  const letters = () => world.ctx.db.select().from(outbox).all();
  const linkToken = () => String(letters().at(-1)?.params.link).split("/").at(-1) as string;
  const invite = () => {
    inTransaction(world.ctx, () => {
      inviteAccount(world.ctx, { email: "budi@contoh.go.id", name: "Budi", grant: { kind: "account" }, place: "penulis unit" });
    });
    return linkToken();
  };
  return { world, clock, sessions, visitor, account, enter, own, letters, linkToken, invite };
}
