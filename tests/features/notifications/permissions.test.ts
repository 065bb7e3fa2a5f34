import { describe, expect, it } from "vitest";
import { eraseWordsTo, sweepFarewells } from "#app/features/notifications/privacy/operations.server.ts";
import { chooseMail, readNotices } from "#app/features/notifications/inbox/operations.server.ts";
import {
  queueMail,
  recordDelivery,
  recordFailedDelivery,
  refuseDelivery,
  withdrawLetter,
} from "#app/features/notifications/operations.server.ts";
import { cancelLetter, resendLetter } from "#app/features/notifications/outbox/operations.server.ts";
import { getLetter, listOutbox } from "#app/features/notifications/outbox/queries.server.ts";
import { resetTemplate, saveTemplate, testTemplate } from "#app/features/notifications/templates/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

type Mail = typeof outbox.$inferSelect;
const edition = "edn_one" as Id<"edition">;

/** Who may do what: the system itself keeps the outbox, nobody else touches it. */
const operations: Record<string, (ctx: Ctx, letter: Mail) => void> = {
  recordDelivery: (ctx, letter) => recordDelivery(ctx, { ...letter, subject: "s", body: "b" }),
  recordFailedDelivery: (ctx, letter) => recordFailedDelivery(ctx, { ...letter, reason: "no", refusal: "later" }),
  refuseDelivery: (ctx, letter) => refuseDelivery(ctx, { ...letter, reason: "no" }),
  withdrawLetter: (ctx, letter) => withdrawLetter(ctx, letter),
};

function letterIn(world: World, status: Mail["status"] = "queued"): Mail {
  const params = { name: "Ani", place: "x", link: "y", editionId: edition };
  inTransaction(world.ctx, () =>
    queueMail(world.ctx, { dedupeKey: "k", recipient: "a@contoh.go.id", locale: "id", template: "invited", params }),
  );
  if (status !== "queued") world.ctx.db.update(outbox).set({ status }).run();
  return world.ctx.db.select().from(outbox).get() as Mail;
}

describe.each(Object.entries(operations))("%s", (_name, operation) => {
  it.each([
    ["the system", "system::operator", true],
    ["an organiser of the system", "system::organiser", false],
    ["an auditor of the system", "system::auditor", false],
    ["a person without any seat", "", false],
  ])("%s", (_who, grant, allowed) => {
    const world = makeWorld();
    const letter = letterIn(world);
    const actor = grant === "" ? world.person("Ani") : world.person("Ani", grant);
    const attempt = (): void => operation(world.as(actor), letter);
    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(new DomainError("accounts.notAllowed", { kind: "forbidden" }));
    const changed = world.ctx.db.select().from(outbox).get();
    expect(JSON.stringify(changed) === JSON.stringify(letter)).toBe(!allowed);
  });
});

const reason = "Kotak surat sudah diperbaiki.";
const keeping: [string, Mail["status"], (ctx: Ctx, letter: Mail) => void][] = [
  ["resendLetter", "failed", (ctx, { id }) => void resendLetter(ctx, { mailId: id, reason })],
  ["cancelLetter", "queued", (ctx, { id }) => cancelLetter(ctx, { mailId: id, reason })],
  ["getLetter", "queued", (ctx, { id }) => void getLetter(ctx, id, edition)],
];

describe.each(keeping)("%s", (_name, status, operation) => {
  it.each([
    ["the system's operator", "system::operator", true],
    ["the organiser of the edition", `edition:${edition}:organiser`, true],
    ["the organiser of another edition", "edition:edn_two:organiser", false],
    ["the chair of the edition", `edition:${edition}:chair`, false],
    ["a person without any seat", "system::none", false],
  ])("%s", (_who, grant, allowed) => {
    const world = makeWorld();
    const letter = letterIn(world, status);
    const attempt = (): void => operation(world.as(world.person("Ani", grant)), letter);
    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(new DomainError("notifications.letterUnknown", { kind: "notFound" }));
  });
});

it("shows the outbox of one edition to its organiser alone, and all of it to the operator alone", () => {
  const world = makeWorld();
  letterIn(world);
  const filter = { search: "", status: null, template: "", sort: "created", dir: "desc", page: 1 } as const;
  const organiser = world.as(world.person("Ani", `edition:${edition}:organiser`));
  expect(listOutbox(organiser, edition, filter).total).toBe(1);
  expect(() => listOutbox(organiser, null, filter)).toThrow("notifications.letterUnknown");
  expect(() => listOutbox(organiser, "edn_two" as Id<"edition">, filter)).toThrow("notifications.letterUnknown");
  expect(listOutbox(world.ctx, null, filter).total).toBe(1);
});

it("lets readNotices and chooseMail touch only one's own", () => {
  const world = makeWorld();
  const [ani, budi] = [world.person("Ani"), world.person("Budi")];
  const notice = { kind: "assigned", params: {}, url: null, createdAt: world.ctx.now };
  world.ctx.db.insert(notices).values([{ id: world.ctx.newId("notice"), userId: ani.userId, ...notice }]).run();
  readNotices(world.as(budi));
  expect(world.ctx.db.select().from(notices).get()?.readAt).toBe(null);
  readNotices(world.as(ani));
  expect(world.ctx.db.select().from(notices).get()?.readAt).toBe(world.ctx.now);
  expect(() => readNotices(world.as(null))).toThrow("accounts.signInRequired");
  expect(() => chooseMail(world.as(null), { reminders: false, announcements: true })).toThrow("accounts.signInRequired");
});

it.each(["system::organiser", "system::auditor", "edition:edn_one:organiser"])("lets %s neither eraseWordsTo nor sweepFarewells", (grant) => {
  const world = makeWorld();
  const ctx = world.as(world.person("Ani", grant));
  const person = { ...world.person("Budi"), pseudonym: "x@terhapus.invalid" };
  expect(() => eraseWordsTo(ctx, person)).toThrow("accounts.notAllowed");
  expect(() => sweepFarewells(ctx)).toThrow("accounts.notAllowed");
  expect(() => eraseWordsTo(world.ctx, person)).not.toThrow();
  expect(() => sweepFarewells(world.ctx)).not.toThrow();
});

const words = { subject: "Mohon dilengkapi: {title}", body: "{note} {link}" };
const key = { editionId: edition, template: "proposalReturned", locale: "id" } as const;
const writing: Record<string, (ctx: Ctx) => void> = {
  saveTemplate: (ctx) => saveTemplate(ctx, { ...key, ...words }),
  resetTemplate: (ctx) => resetTemplate(ctx, key),
  testTemplate: (ctx) => testTemplate(ctx, { ...key, ...words, samples: {} }),
};

describe.each(Object.entries(writing))("%s", (_name, operation) => {
  it.each([
    ["the organiser of the edition", `edition:${edition}:organiser`, true],
    ["the organiser of another edition", "edition:edn_two:organiser", false],
    ["the chair of the edition", `edition:${edition}:chair`, false],
    ["the system's operator", "system::operator", false],
    ["a person without any seat", "system::none", false],
  ])("%s", (_who, grant, allowed) => {
    const world = makeWorld();
    const attempt = (): void => operation(world.as(world.person("Ani", grant)));
    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(new DomainError("accounts.notAllowed", { kind: "forbidden" }));
  });
});
