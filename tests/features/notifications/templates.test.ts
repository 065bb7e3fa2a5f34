import { describe, expect, it } from "vitest";
import { listMails } from "#app/features/notifications/queries.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { resetTemplate, saveTemplate, testTemplate } from "#app/features/notifications/templates/operations.server.ts";
import { listTemplates, standardWords } from "#app/features/notifications/templates/queries.server.ts";
import { isEditable, placesOf, templateFaults } from "#app/features/notifications/templates/rules.ts";
import { dictionaries, translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWorld } from "#tests/support/world.ts";

const editionId = "edn_one" as Id<"edition">;
const key = { editionId, template: "proposalReturned", locale: "id" } as const;
const standard = standardWords("proposalReturned", "id");
const words = { subject: "Mohon dilengkapi: {title}", body: "Yth. {name},\n\n{note}\n\n{link}" };
const faultsOf = (change: Partial<typeof words>) =>
  templateFaults({ words: { ...words, ...change }, standard, baseUrl: "https://a.go.id" }).map(({ path, code, params }) => `${path} ${code.split(".").at(-1)} ${String(Object.values(params)[0] as string)}`);

describe("the words of an edition", () => {
  it.each([
    ["whole", {}, []],
    ["an unknown place in the subject", { subject: "Halo {nama}" }, ["subject placeUnknown nama"]],
    ["a needed place that nowhere stands", { body: "Yth. {name},\n\n{note}" }, ["body placeMissing link"]],
    ["a bracket that stands alone", { body: `${words.body} {note` }, ["body braceOpen name"]],
    ["a link that leaves the site", { body: `${words.body} https://evil.example/x` }, ["body linkForeign https://evil.example/x"]],
    ["another scheme", { body: `${words.body} ftp://a.go.id.evil.example` }, ["body linkForeign ftp://a.go.id.evil.example"]],
    ["an address without a scheme", { body: `${words.body} www.evil.example` }, ["body linkForeign www.evil.example"]],
    ["a link to the site", { body: `${words.body} https://a.go.id/home` }, []],
  ])("%s", (_what, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it("may leave out the greeting and the edition, never what the letter is about", () => {
    expect(placesOf(standard)).toEqual([
      { name: "title", needed: false },
      { name: "name", needed: false },
      { name: "note", needed: true },
      { name: "link", needed: true },
      { name: "edition", needed: false },
    ]);
  });

  it("are none of its business in letters of accounts", () => {
    const editable = Object.keys(dictionaries.id.notifications.mails).filter(isEditable);
    expect(editable.filter((name) => /password|factor|recovery|invited$|erasure|account|email/i.test(name))).toEqual(["entryInvited"]);
  });

  it("can be saved as they stand: every standard wording is without a fault", () => {
    const faulty = Object.keys(dictionaries.id.notifications.mails)
      .filter(isEditable)
      .flatMap((name) => (["id", "en"] as const).flatMap((locale) => templateFaults({ words: standardWords(name, locale), standard: standardWords(name, locale), baseUrl: "https://a.go.id" })));
    expect(faulty).toEqual([]);
  });
});

function letterOf(ctx: Ctx, dedupeKey: string): void {
  inTransaction(ctx, () =>
    queueMail(ctx, { dedupeKey, recipient: "a@contoh.go.id", locale: "id", template: key.template, params: { editionId, title: "T", note: "N", name: "A", link: "L" } }),
  );
}
const subjects = (ctx: Ctx) => listMails(ctx, translators, 10).map(({ subject }) => subject).toSorted();

it("are used by the letters of that edition alone, until they are reset", () => {
  const world = makeWorld();
  const organiser = world.as(world.person("Sekretariat", `edition:${editionId}:organiser`));
  letterOf(world.ctx, "1");
  inTransaction(world.ctx, () =>
    queueMail(world.ctx, { dedupeKey: "2", recipient: "b@contoh.go.id", locale: "id", template: key.template, params: { editionId: "edn_two", title: "T" } }),
  );
  saveTemplate(organiser, { ...key, ...words });
  expect(subjects(world.ctx)).toEqual(["Draf dikembalikan: T", "Mohon dilengkapi: T"]);
  expect(listTemplates(organiser, editionId).find(({ template }) => template === key.template)?.own).toEqual(["id"]);
  resetTemplate(organiser, key);
  expect(subjects(world.ctx)).toEqual(["Draf dikembalikan: T", "Draf dikembalikan: T"]);
});

it("are tested on oneself, filled with samples", () => {
  const world = makeWorld();
  const person = world.person("Sekretariat", `edition:${editionId}:organiser`);
  testTemplate(world.as(person), { ...key, ...words, samples: { title: "Contoh", name: "Ani", note: "N", link: "L" } });
  const [mail] = listMails(world.ctx, translators, 10);
  expect([mail?.recipient, mail?.subject, mail?.body]).toEqual([person.email, "[Uji] Mohon dilengkapi: Contoh", "Yth. Ani,\n\nN\n\nL"]);
  expect(() => testTemplate(world.as(person), { ...key, ...words, body: "{apa}", samples: {} })).toThrow(InvalidInput);
});
