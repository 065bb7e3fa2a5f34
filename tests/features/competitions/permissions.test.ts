import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cloneEdition, createEmptyEdition } from "#app/features/competitions/creation/operations.server.ts";
import { controlsOf } from "#app/features/competitions/editing/controls/rules.ts";
import { addRule, chooseInterviews, copyRule, moveRule, removeRule, setTemplate } from "#app/features/competitions/editing/items/operations.server.ts";
import { digestOfPage, editRules } from "#app/features/competitions/editing/operations.server.ts";
import { receiveTemplate } from "#app/features/competitions/editing/templates/operations.server.ts";
import { extendStage } from "#app/features/competitions/extension/operations.server.ts";
import {
  closeEdition,
  createEdition,
  createEditionFrom,
  fillGaps,
  issueNumber,
  openEdition,
  removeSeat,
  seatPerson,
} from "#app/features/competitions/operations.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";
import { smallDefinition, wib } from "#tests/features/competitions/small-definition.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { smallPdf } from "#tests/support/pdf.ts";
import { makeWorld } from "#tests/support/world.ts";

const people = {
  visitor: null,
  stranger: [],
  organiser: ["edition:own:organiser"],
  screener: ["edition:own:screener"],
  evaluator: ["edition:own:evaluator"],
  juror: ["edition:own:juror"],
  chair: ["edition:own:chair"],
  observer: ["edition:own:observer"],
  signatory: ["edition:own:signatory"],
  editionAuditor: ["edition:own:auditor"],
  otherOrganiser: ["edition:other:organiser"],
  agencyAdmin: ["agency:agc_x:admin"],
  systemOrganiser: ["system::organiser"],
  operator: ["system::operator"],
  auditor: ["system::auditor"],
} as const;

type Person = keyof typeof people;

const seat = { email: "baru@contoh.go.id", name: "Baru", role: "juror" as const, organisation: "Contoh" };

const helpBase = digestOfPage(smallDefinition, { part: "help" }, controlsOf(smallDefinition, { part: "help" }, { competitions: [], tiers: [], agencies: [] }));

const everybody = Object.keys(people) as Person[];

const operations: Record<string, { allowed: Person[]; run: (ctx: Ctx, edition: { id: EditionId; organiser: Ctx }) => unknown }> = {
  createEdition: {
    allowed: ["systemOrganiser"],
    run: (ctx) => createEdition(ctx, { presetKey: "kipp-2022", year: 2027, slug: "lain", rehearsal: true }),
  },
  createEditionFrom: {
    allowed: ["systemOrganiser"],
    run: (ctx) => createEditionFrom(ctx, { definition: smallDefinition, presetKey: null, slug: "lain", rehearsal: true }),
  },
  fillGaps: { allowed: ["organiser"], run: (ctx, { id }) => fillGaps(ctx, { editionId: id, revision: 1, values: {} }) },
  createEmptyEdition: {
    allowed: ["systemOrganiser"],
    run: (ctx) => void createEmptyEdition(ctx, { name: { id: "Baru", en: "New" }, organiser: { id: "Panitia", en: "" }, year: 2027, slug: "lain", rehearsal: true }),
  },
  cloneEdition: {
    allowed: ["systemOrganiser"],
    run: (ctx, { id, organiser }) => {
      openEdition(organiser, { editionId: id, revision: 1 });
      cloneEdition(ctx, { from: id, year: 2027, slug: "lain", rehearsal: true, seats: false });
    },
  },
  editRules: {
    allowed: ["organiser"],
    run: (ctx, { id }) => editRules(ctx, { editionId: id, place: { part: "help" }, base: helpBase, shown: ["help.phone"], typed: { "help.phone": "021" }, reason: "" }),
  },
  addRule: { allowed: ["organiser"], run: (ctx, { id }) => void addRule(ctx, { editionId: id, place: { collection: "groups" }, name: { id: "Khusus", en: "" } }) },
  copyRule: { allowed: ["organiser"], run: (ctx, { id }) => void copyRule(ctx, { editionId: id, place: { collection: "groups" }, key: "umum" }) },
  moveRule: { allowed: ["organiser"], run: (ctx, { id }) => moveRule(ctx, { editionId: id, place: { collection: "stages" }, key: "desk", by: 1 }) },
  removeRule: { allowed: ["organiser"], run: (ctx, { id }) => removeRule(ctx, { editionId: id, place: { collection: "categories" }, key: "layanan" }) },
  chooseInterviews: { allowed: ["organiser"], run: (ctx, { id }) => chooseInterviews(ctx, { editionId: id, used: true }) },
  setTemplate: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => {
      const key = addRule(organiser, { editionId: id, place: { collection: "fields" }, name: { id: "Surat", en: "" }, kind: "statement" });
      setTemplate(ctx, { editionId: id, field: key, template: null });
    },
  },
  receiveTemplate: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => {
      const field = addRule(organiser, { editionId: id, place: { collection: "fields" }, name: { id: "Surat", en: "" }, kind: "statement" });
      const path = join(freshFolder(), "surat");
      writeFileSync(path, smallPdf());
      return receiveTemplate(ctx, { editionId: id, field, fileName: "surat.pdf", path });
    },
  },
  openEdition: { allowed: ["organiser"], run: (ctx, { id }) => openEdition(ctx, { editionId: id, revision: 1 }) },
  closeEdition: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => {
      openEdition(organiser, { editionId: id, revision: 1 });
      closeEdition({ ...ctx, now: wib(12, 31) }, { editionId: id });
    },
  },
  extendStage: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => {
      openEdition(organiser, { editionId: id, revision: 1 });
      extendStage(ctx, { editionId: id, stageKey: "desk", closesAt: wib(5, 20), reason: "Penilai utama sakit." });
    },
  },
  // Part of a submission, which has authorised whoever submits.
  issueNumber: { allowed: everybody, run: (ctx, { id }) => inTransaction(ctx, () => issueNumber(ctx, id)) },
  seatPerson: { allowed: ["organiser"], run: (ctx, { id }) => seatPerson(ctx, { editionId: id, ...seat }) },
  removeSeat: {
    allowed: ["organiser"],
    run: (ctx, { id, organiser }) => removeSeat(ctx, { seatId: seatPerson(organiser, { editionId: id, ...seat }) }),
  },
};

/** Who knows a draft: everybody seated in it, and the auditor of the system. For others neither it nor its seats exist. */
const seated: Person[] = ["organiser", "screener", "evaluator", "juror", "chair", "observer", "signatory", "editionAuditor"];
/** These are asked of nothing that stands, or of an edition that is open to all. */
const askedInTheOpen = ["createEdition", "createEditionFrom", "createEmptyEdition", "cloneEdition", "closeEdition", "extendStage"];

function refusalFor(operation: string, person: Person): DomainError {
  const told = askedInTheOpen.includes(operation) || seated.includes(person) || (person === "auditor" && operation !== "removeSeat");
  if (told) return new DomainError("accounts.notAllowed", { kind: "forbidden" });
  return notFound(operation === "removeSeat" ? "competitions.seatUnknown" : "competitions.editionUnknown");
}

describe.each(Object.entries(operations))("%s", (operation, { allowed, run }) => {
  it.each(everybody)("asked by %s", async (person) => {
    const world = makeWorld();
    const founder = world.as(world.person("Pendiri", "system::organiser"));
    const id = createEditionFrom(founder, { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
    const organiser = world.as(world.person("Sekretariat", `edition:${id}:organiser`));
    const grants = people[person]?.map((grant) => grant.replace(":own:", `:${id}:`));
    const ctx = world.as(grants ? world.person(person, ...grants) : null);
    const asked = Promise.resolve().then(() => run(ctx, { id, organiser }));
    if (allowed.includes(person)) await expect(asked).resolves.not.toThrow();
    else await expect(asked).rejects.toThrow(refusalFor(operation, person));
  });
});
