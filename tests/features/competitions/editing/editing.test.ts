import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cloneEdition, createEmptyEdition } from "#app/features/competitions/creation/operations.server.ts";
import { definitionInput } from "#app/features/competitions/definition/inputs.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { controlsOf } from "#app/features/competitions/editing/controls/rules.ts";
import { addRule, copyRule, moveRule, removeRule } from "#app/features/competitions/editing/items/operations.server.ts";
import { makeKey } from "#app/features/competitions/editing/keys/rules.ts";
import { digestOfPage, editRules } from "#app/features/competitions/editing/operations.server.ts";
import { pathOf, placeOf, valueOf } from "#app/features/competitions/editing/places/rules.ts";
import { listChanges } from "#app/features/competitions/editing/queries.server.ts";
import { fromForm, readControl, toForm } from "#app/features/competitions/editing/reading/rules.ts";
import { areRaised, mayChangeNow, permissions } from "#app/features/competitions/editing/rules.ts";
import type { Place } from "#app/features/competitions/editing/types.ts";
import { createEditionFrom, openEdition } from "#app/features/competitions/operations.server.ts";
import { presets } from "#app/features/competitions/presets/registry.ts";
import { getEdition, listSeatGrants, listSeats } from "#app/features/competitions/queries.server.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { editionChanges } from "#db/schema/competitions.ts";
import { smallDefinition, wib } from "#tests/features/competitions/small-definition.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { makeWorld } from "#tests/support/world.ts";

const noFacts = { competitions: [], tiers: [], agencies: [] };

function scene(definition: Definition = smallDefinition) {
  const world = makeWorld();
  const founder = world.person("Sekretariat", "system::organiser");
  const editionId = createEditionFrom(world.as(founder), { definition, presetKey: null, slug: "kecil", rehearsal: true });
  const organiser = { ...founder, grants: [...founder.grants, ...listSeatGrants(world.ctx, founder.userId)] };
  const rules = () => getEdition(world.ctx, editionId).definition;
  const baseOf = (place: Place) => digestOfPage(rules(), place, controlsOf(rules(), place, noFacts));
  const edit = (place: Place, typed: Record<string, string | string[]>, more: { base?: string; reason?: string; now?: number } = {}) =>
    editRules(world.as(organiser, more.now), { editionId, place, base: more.base ?? baseOf(place), shown: shownBy(place, rules(), typed), typed, reason: more.reason ?? "" });
  return { world, editionId, organiser, ctx: world.as(organiser), rules, baseOf, edit, open: () => openEdition(world.as(organiser), { editionId, revision: getEdition(world.ctx, editionId).revision }) };
}

const shownBy = (place: Place, rules: Definition, typed: Record<string, string | string[]>): string[] =>
  controlsOf(rules, place, noFacts).map(({ path }) => path).filter((path) => Object.keys(typed).some((name) => name === path || name.startsWith(`${path}.`)));

const faultsOf = (work: () => void): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidInput) return error.faults.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
};

type QuotaLines = Parameters<typeof areRaised>[0];

describe("a draft's rules", () => {
  it("are written page by page, and what was not on the page stays", () => {
    const { rules, edit } = scene();
    edit({ part: "fields", item: "ringkasan" }, { "label.id": "Ringkasan baru", "label.en": "", maxWords: "300" });
    expect(rules().fields[0]).toMatchObject({ key: "ringkasan", label: { id: "Ringkasan baru", en: "" }, maxWords: 300, required: true });
  });

  it("take what two people write on different pages", () => {
    const { rules, edit, baseOf } = scene();
    const [one, other] = [baseOf({ part: "help" }), baseOf({ part: "objections" })];
    edit({ part: "help" }, { "help.phone": "021" }, { base: one });
    edit({ part: "objections" }, { "objections.windowDays": "7" }, { base: other });
    expect([rules().help.phone, rules().objections.windowDays]).toEqual(["021", 7]);
  });

  it("refuse the second of two who write on the same page", () => {
    const { rules, edit, baseOf } = scene();
    const base = baseOf({ part: "help" });
    edit({ part: "help" }, { "help.phone": "021" }, { base });
    expect(refusalOf(() => edit({ part: "help" }, { "help.email": "a@contoh.go.id" }, { base }))).toBe("competitions.partChanged");
    expect(rules().help).toMatchObject({ phone: "021", email: "" });
  });

  it("say beside the field what cannot be read, and store nothing of it", () => {
    const { rules, edit } = scene();
    expect(faultsOf(() => edit({ part: "groups", item: "umum" }, { "name.id": "", "name.en": "", quotaPerAgency: "tiga" }))).toEqual(["name.id required", "quotaPerAgency notANumber"]);
    expect(rules().groups).toEqual(smallDefinition.groups);
  });

  it("keep every change, with who and when, for good", () => {
    const { world, edit, editionId } = scene();
    edit({ part: "help" }, { "help.phone": "021" });
    const [row] = world.ctx.db.select().from(editionChanges).where(eq(editionChanges.editionId, editionId)).all();
    expect(row).toMatchObject({ path: "help.phone", reason: null, after: { id: "021", en: "021" } });
    expect(() => world.ctx.db.$client.exec("delete from edition_changes")).toThrow("changes of the rules are kept");
    expect(listChanges(world.ctx, editionId)).toEqual([]);
  });
});

describe("things of a list", () => {
  it("get a key from their name, once, and keep it when renamed", () => {
    const { ctx, editionId, rules, edit } = scene();
    const add = () => addRule(ctx, { editionId, place: { collection: "categories" }, name: { id: "Kesehatan & Gizi", en: "" } });
    expect([add(), add()]).toEqual(["kesehatan-gizi", "kesehatan-gizi-2"]);
    edit({ part: "categories", item: "kesehatan-gizi" }, { "name.id": "Gizi", "name.en": "" });
    expect(rules().categories.map(({ key, name }) => [key, name.id])).toEqual([["layanan", "Layanan"], ["kesehatan-gizi", "Gizi"], ["kesehatan-gizi-2", "Kesehatan & Gizi"]]);
  });

  it("are copied behind themselves and moved one place, never beyond the end", () => {
    const { ctx, editionId, rules } = scene();
    const place = { collection: "fields" as const };
    expect(copyRule(ctx, { editionId, place, key: "ringkasan" })).toBe("ringkasan-salinan");
    moveRule(ctx, { editionId, place, key: "ringkasan-salinan", by: -1 });
    moveRule(ctx, { editionId, place, key: "ringkasan-salinan", by: -1 });
    expect(rules().fields.map(({ key }) => key)).toEqual(["ringkasan-salinan", "ringkasan"]);
  });

  it("are not removed while something refers to them", () => {
    const { ctx, editionId, rules } = scene();
    const remove = (collection: "groups" | "stages" | "rubrics" | "categories", key: string) => refusalOf(() => removeRule(ctx, { editionId, place: { collection }, key }));
    expect(remove("groups", "umum")).toBe("competitions.stillReferred");
    expect(remove("stages", "desk")).toBe("competitions.stillReferred");
    expect(remove("rubrics", "desk")).toBe("competitions.stillReferred");
    expect(remove("categories", "nowhere")).toBe("competitions.partUnknown");
    expect(remove("categories", "layanan")).toBe("done");
    expect(rules().categories).toEqual([]);
  });

  it("are frozen once the edition is open", () => {
    const { ctx, editionId, open } = scene();
    open();
    expect(refusalOf(() => addRule(ctx, { editionId, place: { collection: "groups" }, name: { id: "Lain", en: "" } }))).toBe("competitions.frozen");
  });
});

describe("rules of an open edition", () => {
  const before = wib(3, 10);
  const during = wib(4, 20);
  const after = wib(6, 1);
  const always = ["help.email", "fields.ringkasan.help", "sections.x.help", "reminders", "screening.reasons", "screening.requirements.x.help"];
  const never = ["name", "groups.umum.byInvitation", "categories.layanan.name", "fields.ringkasan.label", "fields.ringkasan.maxWords", "rubrics.desk.maxMark", "lists.finalis.groups", "stages.desk.kind", "declaration"];
  const untilDesk = ["rubrics.desk.criteria.manfaat.weightBp", "rubrics.desk.criteria.manfaat.levels", "rubrics.desk.criteria.manfaat.help", "rubrics.desk.readers", "rubrics.desk.readersMost", "rubrics.desk.blind", "reading.divergence", "stages.desk.opensAt", "stages.desk.closesAt"];
  const untilCounted = ["size", "reserve", "passMark", "quantity", "passOn", "nominees", "waivable", "quorum", "composition", "ties", "shares", "minima"].map((one) => `lists.finalis.${one}`);
  const untilScreening = ["screening.secondScreener", "screening.corrections.times", "screening.appealDays", "conflicts.sameRegion", "quotas", "groups.umum.quotaPerAgency"];
  const cells = [
    ...always.map((path) => [path, true, true, true] as const),
    ...never.map((path) => [path, false, false, false] as const),
    ...[...untilDesk, ...untilCounted, ...untilScreening].map((path) => [path, true, false, false] as const),
    ["objections.windowDays", true, true, false] as const,
    ["stages.finalists.opensAt", true, true, false] as const,
  ];

  it.each(cells)("%s may be changed while registration runs %s, while the desk reads %s, afterwards %s", (path, ...expected) => {
    expect([before, during, after].map((now) => mayChangeNow(smallDefinition, path, { status: "open", now }))).toEqual(expected);
    expect(mayChangeNow(smallDefinition, path, { status: "draft", now: after })).toBe(true);
    expect(mayChangeNow(smallDefinition, path, { status: "closed", now: before })).toBe(false);
  });

  it("speak of every line of the table in a cell above", () => {
    const fits = (pattern: string) => (path: string) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^.]+")}$`).test(path);
    expect(permissions.filter(({ pattern }) => !cells.some(([path]) => fits(pattern)(path))).map(({ pattern }) => pattern)).toEqual(["interview.*"]);
  });

  it("are changed with a reason of ten characters, which everybody reads", () => {
    const { world, editionId, edit, open } = scene();
    open();
    const typed = { "objections.windowDays": "7" };
    expect(faultsOf(() => edit({ part: "objections" }, typed, { reason: " pendek ", now: before }))).toEqual(["reason tooShort"]);
    edit({ part: "objections" }, typed, { reason: "Libur nasional di tengah masa sanggah.", now: before });
    expect(listChanges(world.ctx, editionId)).toEqual([
      { what: { id: "Sanggahan: Masa sanggah", en: "Objections: Objection window" }, before: { id: "5 hari", en: "5 days" }, after: { id: "7 hari", en: "7 days" }, reason: "Libur nasional di tengah masa sanggah.", changedAt: before },
    ]);
    expect(world.ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "competitions.editRules")).all()).toHaveLength(1);
  });

  it("take no reason for a rejection away, which decisions may stand on", () => {
    const { rules, edit, open } = scene();
    const [first, second] = ["Judul sama.", "Surat kurang."];
    const lines = (words: string[], keys: string[]) => ({
      "screening.reasons.order": words.map((_, index) => String(index)),
      ...Object.fromEntries(words.flatMap((text, index) => [[`screening.reasons.${index}.key`, keys[index] ?? ""], [`screening.reasons.${index}.text.id`, text], [`screening.reasons.${index}.text.en`, text]])),
    });
    edit({ part: "screening" }, lines([first ?? "", second ?? ""], []));
    const keys = rules().screening.reasons.map(({ key }) => key);
    open();
    const at = { reason: "Alasan yang cukup panjang.", now: during };
    expect(refusalOf(() => edit({ part: "screening" }, lines([first ?? ""], keys), at))).toBe("competitions.onlyAdded");
    edit({ part: "screening" }, lines(["Judul sama persis.", second ?? "", "Bukan inovasi."], keys), at);
    expect(rules().screening.reasons.map(({ text }) => text.id)).toEqual(["Judul sama persis.", "Surat kurang.", "Bukan inovasi."]);
    expect(rules().screening.reasons.slice(0, 2).map(({ key }) => key)).toEqual(keys);
  });

  it("hold a quota raised only where no line is lower, none is new, and none of a group is gone, which would count again as its group does", () => {
    const line = (group: string | null, limit: number) => ({ group, agencyKind: "kota", limit });
    const cases: [QuotaLines, QuotaLines, boolean][] = [
      [[line("umum", 2)], [line("umum", 3)], true],
      [[line("umum", 2)], [line("umum", 0)], true],
      [[line("umum", 2)], [line("umum", 1)], false],
      [[line("umum", 0)], [line("umum", 9)], false],
      [[line("umum", 2)], [], false],
      [[line(null, 2)], [], true],
      [[], [line(null, 5)], false],
      [[line(null, 2)], [line("umum", 5)], false],
      [[line("umum", 2), line(null, 4)], [line(null, 4), line("umum", 2)], true],
    ];
    expect(cases.map(([before, after]) => areRaised(before, after))).toEqual(cases.map(([, , isRaised]) => isRaised));
  });

  it("refuse what is frozen, what would contradict itself, and a lower quota", () => {
    const { rules, edit, open } = scene();
    open();
    const at = { reason: "Alasan yang cukup panjang.", now: before };
    expect(refusalOf(() => edit({ part: "groups", item: "umum" }, { minimumAgeMonths: "6" }, at))).toBe("competitions.ruleFrozen");
    expect(refusalOf(() => edit({ part: "rubrics", item: "desk", criterion: "manfaat" }, { weightBp: "90" }, at))).toBe("competitions.openUnfit");
    expect(refusalOf(() => edit({ part: "groups", item: "umum" }, { quotaPerAgency: "2" }, at))).toBe("competitions.onlyRaised");
    edit({ part: "groups", item: "umum" }, { quotaPerAgency: "5" }, at);
    expect(rules().groups[0]?.quotaPerAgency).toBe(5);
  });
});

describe("forms of the editor", () => {
  it("give back every value of every preset as it was", () => {
    for (const { definition } of presets) {
      for (const field of definition.fields) {
        for (const control of controlsOf(definition, { part: "fields", item: field.key }, noFacts)) {
          const stored = valueOf(field, control.path);
          expect(fromForm(control.codec, toForm(control.codec, stored))).toEqual(stored);
        }
      }
      for (const list of definition.lists) {
        for (const control of controlsOf(definition, { part: "lists", item: list.key }, noFacts)) {
          const stored = valueOf(list, control.path);
          expect(fromForm(control.codec, toForm(control.codec, stored))).toEqual(stored);
        }
      }
    }
  });

  it("read lines in their order on the page, leave out empty ones, and keep the keys of known ones", () => {
    const [options] = controlsOf(smallDefinition, { part: "fields", item: "ringkasan" }, noFacts).filter(({ path }) => path === "options");
    if (!options) throw new Error("no options");
    const typed = { "options.order": ["1", "0", "2"], "options.0.key": "ya", "options.0.name.id": "Ya, sudah", "options.1.key": "", "options.1.name.id": "Tidak", "options.2.name.id": "" };
    expect(readControl(options, typed, { zone: "Asia/Jakarta", before: [{ key: "ya", name: { id: "Ya", en: "" } }] }).value).toEqual([
      { key: "tidak", name: { id: "Tidak", en: "" } },
      { key: "ya", name: { id: "Ya, sudah", en: "" } },
    ]);
  });

  it("lead every fault to its page", () => {
    expect(placeOf(smallDefinition, "rubrics.0.criteria.0.weightBp")).toEqual({ place: { part: "rubrics", item: "desk", criterion: "manfaat" }, control: "weightBp" });
    expect(placeOf(smallDefinition, "fields.0.when")).toEqual({ place: { part: "fields", item: "ringkasan" }, control: "when" });
    expect(placeOf(smallDefinition, "help.email")).toEqual({ place: { part: "help" }, control: "help.email" });
    expect(pathOf({ part: "requirements", item: "usia" })).toBe("screening.requirements.usia");
  });

  it("make keys that can stand in an address, whatever is typed", () => {
    expect(["2 tahun", "Élan Vital!", "constructor", "🎉", "A"].map((name) => makeKey(name, ["a"]))).toEqual(["n-2-tahun", "elan-vital", "constructor-2", "bagian", "a-2"]);
  });
});

describe("a new edition", () => {
  it("begins empty with what every competition has", () => {
    const { world, ctx } = scene();
    const id = createEmptyEdition(ctx, { name: { id: "Baru 2027", en: "" }, organiser: { id: "Panitia", en: "" }, year: 2027, slug: "baru", rehearsal: true });
    expect(definitionInput.safeParse(getEdition(world.ctx, id).definition).success).toBe(true);
  });

  it("is copied from another with its year, without windows and without seats unless asked for", () => {
    const { world, ctx, editionId, organiser } = scene();
    const id = cloneEdition(ctx, { from: editionId, year: 2027, slug: "kecil-2027", rehearsal: true, seats: true });
    const { definition } = getEdition(world.ctx, id);
    expect([definition.name.id, definition.year, definition.stages.every(({ opensAt, closesAt }) => opensAt === null && closesAt === null)]).toEqual(["Kompetisi kecil 2027", 2027, true]);
    expect(listSeats(world.ctx, id).map(({ userId, role }) => [userId, role])).toEqual([[organiser.userId, "organiser"]]);
    const stranger = world.as(world.person("Lain", "system::organiser"));
    expect(refusalOf(() => cloneEdition(stranger, { from: editionId, year: 2028, slug: "curi", rehearsal: true, seats: false }))).toBe("competitions.editionUnknown");
  });
});
