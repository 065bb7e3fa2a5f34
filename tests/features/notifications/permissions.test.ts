import { describe, expect, it } from "vitest";
import {
  queueMail,
  recordDelivery,
  recordFailedDelivery,
  refuseDelivery,
} from "#app/features/notifications/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";
import { outbox } from "#db/schema/notifications.ts";
import { makeWorld } from "#tests/support/world.ts";

/** Who may do what: the system itself keeps the outbox, nobody else touches it. */
const operations: Record<string, (ctx: Ctx, letter: { id: (typeof outbox.$inferSelect)["id"]; attempts: number }) => void> = {
  recordDelivery,
  recordFailedDelivery: (ctx, letter) => recordFailedDelivery(ctx, { ...letter, reason: "no" }),
  refuseDelivery: (ctx, letter) => refuseDelivery(ctx, { ...letter, reason: "no" }),
};

describe.each(Object.entries(operations))("%s", (_name, operation) => {
  it.each([
    ["the system", "system::operator", true],
    ["an organiser of the system", "system::organiser", false],
    ["an auditor of the system", "system::auditor", false],
    ["a person without any seat", "", false],
  ])("%s", (_who, grant, allowed) => {
    const world = makeWorld();
    const params = { name: "Ani", place: "x", link: "y" };
    inTransaction(world.ctx, () =>
      queueMail(world.ctx, { dedupeKey: "k", recipient: "a@contoh.go.id", locale: "id", template: "invited", params }),
    );
    const [letter] = world.ctx.db.select().from(outbox).all();
    const actor = grant === "" ? world.person("Ani") : world.person("Ani", grant);
    const attempt = (): void => operation(world.as(actor), letter as NonNullable<typeof letter>);
    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(new DomainError("accounts.notAllowed", { kind: "forbidden" }));
    const changed = world.ctx.db.select().from(outbox).get();
    expect(JSON.stringify(changed) === JSON.stringify(letter)).toBe(!allowed);
  });
});
