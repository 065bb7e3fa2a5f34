import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { createEditionFrom, removeSeat, seatPerson } from "#app/features/competitions/operations.server.ts";
import { listFormerSeats } from "#app/features/competitions/queries.server.ts";
import { inviteSeatAgain } from "#app/features/competitions/seating/operations.server.ts";
import { invitationStates } from "#app/features/competitions/seating/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { outbox, undeliverableAddresses } from "#db/schema/notifications.ts";
import { smallDefinition } from "#tests/features/competitions/small-definition.ts";
import { makeWorld } from "#tests/support/world.ts";

function seated() {
  const world = makeWorld();
  const editionId: EditionId = createEditionFrom(world.as(world.person("Pendiri", "system::organiser")), { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
  const organiser = world.as(world.person("Sekretariat", `edition:${editionId}:organiser`));
  const seatId = seatPerson(organiser, { editionId, email: "baru@x.go.id", name: "Baru", role: "juror", organisation: "Contoh" });
  const letters = () => world.ctx.db.select().from(outbox).where(eq(outbox.recipient, "baru@x.go.id")).all().length;
  const states = () => invitationStates(world.ctx, editionId).get(findUserIdByEmail(world.ctx, "baru@x.go.id") as Id<"user">);
  return { world, editionId, organiser, seatId, letters, states };
}

it.each(["screener", "chair", "signatory", "auditor"])("inviteSeatAgain is not for the %s", (role) => {
  const { world, editionId, seatId } = seated();
  const other = world.as(world.person("Lain", `edition:${editionId}:${role}`));
  expect(() => inviteSeatAgain(other, { editionId, seatId })).toThrow(new DomainError("accounts.notAllowed", { kind: "forbidden" }));
});

it("writes an invitation again until it is accepted, and says how far it came", () => {
  const { world, editionId, organiser, seatId, letters, states } = seated();
  expect(states()).toBe("sent");
  inviteSeatAgain({ ...organiser, now: organiser.now + 1 }, { editionId, seatId });
  expect(letters()).toBe(2);
  world.ctx.db.insert(undeliverableAddresses).values({ address: "baru@x.go.id", reason: "550", mailId: world.ctx.newId("mail"), at: 1 }).run();
  expect(states()).toBe("bounced");
  world.ctx.db.update(users).set({ passwordHash: "x" }).where(eq(users.email, "baru@x.go.id")).run();
  expect(states()).toBe("accepted");
  expect(() => inviteSeatAgain(organiser, { editionId, seatId })).toThrow("competitions.invitationDone");
});

it("keeps with a removed seat why it was taken away", () => {
  const { editionId, organiser, seatId } = seated();
  removeSeat(organiser, { seatId, reason: "Pindah tugas." });
  expect(listFormerSeats(organiser, editionId).map(({ removalReason }) => removalReason)).toEqual(["Pindah tugas."]);
});
