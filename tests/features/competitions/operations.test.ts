import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
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
import { presets } from "#app/features/competitions/presets/registry.ts";
import {
  findEdition,
  getEdition,
  getEditionBySlug,
  listFormerSeats,
  listPublicEditions,
  listSeatedEditions,
  listSeatGrants,
  listSeats,
} from "#app/features/competitions/queries.server.ts";
import type { EditionId, SeatId, SeatRole } from "#app/features/competitions/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";
import { findCheckpointFor } from "#app/features/audit/checkpoints/queries.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/notifications.ts";
import { smallDefinition, typedValues, unfilledDefinition, wib } from "#tests/features/competitions/small-definition.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { countStatements, makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let founder: Actor;
let organiser: Actor;
let editionId: EditionId;

beforeEach(() => {
  world = makeWorld();
  founder = world.person("Sekretariat", "system::organiser");
  editionId = make("kecil-2026");
  organiser = refreshed(founder);
});

const make = (slug: string, definition = unfilledDefinition): EditionId =>
  createEditionFrom(world.as(founder), { definition, presetKey: null, slug, rehearsal: true });

/** The person as the next request finds them, with the seats they now hold. */
const refreshed = (actor: Actor): Actor => ({
  ...actor,
  grants: [...actor.grants.filter((grant) => grant.scope !== "edition"), ...listSeatGrants(world.ctx, actor.userId)],
});

const fillAll = (values = typedValues): void => {
  // Without a preset only what is still unknown and the windows are filled, so the small definition is filled in one go.
  fillGaps(world.as(organiser), { editionId, revision: getEdition(world.ctx, editionId).revision, values });
};

const actions = (): string[] =>
  world.ctx.db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.editionId, editionId))
    .all()
    .map((entry) => entry.action);

const budi = { email: "budi@contoh.go.id", name: "Budi", role: "evaluator" as SeatRole, organisation: "Universitas Contoh" };

describe("creating an edition", () => {
  it("copies a preset for another year and seats whoever made it", () => {
    const [preset] = presets;
    const id = createEdition(world.as(founder), { presetKey: preset!.key, year: 2031, slug: "lain-2031", rehearsal: false });
    const { definition, status, rehearsal, presetKey, revision } = getEdition(world.ctx, id);
    expect({ status, rehearsal, presetKey, revision }).toEqual({ status: "draft", rehearsal: false, presetKey: preset!.key, revision: 1 });
    expect(definition).toEqual({ ...preset!.definition, year: 2031, name: definition.name });
    expect(definition.name.id).toContain("2031");
    expect(listSeats(world.ctx, id).map(({ userId, role }) => [userId, role])).toEqual([[founder.userId, "organiser"]]);
  });

  it("refuses an unknown preset and an address that is taken, and makes nothing", () => {
    const input = { presetKey: "kipp-1900", year: 2026, slug: "baru", rehearsal: false };
    expect(() => createEdition(world.as(founder), input)).toThrow("competitions.presetUnknown");
    expect(() => make("kecil-2026")).toThrow("competitions.slugTaken");
    expect(listSeatedEditions(world.ctx, organiser).map(({ id }) => id)).toEqual([editionId]);
  });

  it("gives every reader the same frozen definition while it stays the same", () => {
    const { definition } = getEdition(world.ctx, editionId);
    expect(getEdition(world.ctx, editionId).definition).toBe(definition);
    expect(Object.isFrozen(definition.stages[0])).toBe(true);
    fillAll();
    expect(getEdition(world.ctx, editionId).definition).toEqual(smallDefinition);
  });

  it("forgets a definition whose transaction was rolled back", () => {
    const work = () =>
      inTransaction(world.ctx, () => {
        fillAll();
        expect(getEdition(world.ctx, editionId).definition.fields[0]?.maxWords).toBe(200);
        throw new Error("rolled back");
      });
    expect(work).toThrow("rolled back");
    expect(getEdition(world.ctx, editionId).definition).toEqual(unfilledDefinition);
  });
});

describe("filling a draft", () => {
  it("writes what was typed, bumps the revision and records it", () => {
    fillAll();
    const { definition, revision } = getEdition(world.ctx, editionId);
    expect([definition, revision]).toEqual([smallDefinition, 2]);
    expect(actions()).toEqual(["competitions.create", "competitions.fillGaps"]);
  });

  it("changes and clears a window again", () => {
    fillAll();
    fillAll({ "stages.4.opensAt": "2026-06-19T00:00", "stages.4.closesAt": "" });
    const last = getEdition(world.ctx, editionId).definition.stages[4];
    expect([last?.opensAt, last?.closesAt]).toEqual([wib(6, 19), null]);
  });

  it("refuses a form older than the last change and keeps the draft", () => {
    fillAll();
    const late = { editionId, revision: 1, values: { "stages.0.opensAt": "2026-03-02T00:00" } };
    expect(() => fillGaps(world.as(organiser), late)).toThrow("competitions.stale");
    expect(getEdition(world.ctx, editionId).definition).toEqual(smallDefinition);
  });

  it("writes nothing when one value is wrong", () => {
    const values = { ...typedValues, "fields.0.maxWords": "banyak" };
    expect(() => fillAll(values)).toThrow(InvalidInput);
    expect(getEdition(world.ctx, editionId).revision).toBe(1);
    expect(actions()).toEqual(["competitions.create"]);
  });

  it("refuses a value the organiser may not fill", () => {
    fillAll();
    expect(() => fillAll({ "lists.0.size": "99" })).toThrow(InvalidInput);
  });
});

describe("opening and closing", () => {
  const open = (now = world.ctx.now) => openEdition(world.as(organiser, now), { editionId, revision: getEdition(world.ctx, editionId).revision });

  it("refuses a draft with gaps, with faults, and one that is stale", () => {
    expect(open).toThrow("competitions.gapsLeft");
    fillAll({ ...typedValues, "rubrics.0.criteria.0.weightBp": "90" });
    expect(open).toThrow("competitions.faultsLeft");
    expect(() => openEdition(world.as(organiser), { editionId, revision: 1 })).toThrow("competitions.stale");
    expect(getEdition(world.ctx, editionId).status).toBe("draft");
  });

  it("refuses a draft whose registration is over", () => {
    fillAll();
    expect(() => open(wib(4, 1))).toThrow("competitions.registrationOver");
  });

  it("opens, signs the log and freezes the rules, and draws no seed while entries still come", () => {
    fillAll();
    open();
    const edition = getEdition(world.ctx, editionId);
    expect([edition.status, edition.openedAt]).toEqual(["open", world.ctx.now]);
    expect(edition.tieSeed).toBe(0);
    expect(() => fillAll()).toThrow("competitions.frozen");
    expect(open).toThrow("competitions.frozen");
    const entry = world.ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "competitions.open")).get();
    expect(JSON.parse(entry?.record ?? "")).toMatchObject({ data: { definition: expect.any(String) as string } });
    expect(findCheckpointFor(world.ctx, "opened", editionId)).toMatchObject({ size: entry?.seq });
  });

  it("closes only what is open and only after its last stage", () => {
    expect(() => closeEdition(world.as(organiser), { editionId })).toThrow("competitions.notOpen");
    fillAll();
    open();
    expect(() => closeEdition(world.as(organiser), { editionId })).toThrow("competitions.stagesRunning");
    closeEdition(world.as(organiser, wib(6, 21)), { editionId });
    expect(getEdition(world.ctx, editionId).status).toBe("closed");
    expect(actions().slice(-2)).toEqual(["competitions.open", "competitions.close"]);
  });
});

describe("seating people", () => {
  const seat = (change: Partial<typeof budi> = {}) => seatPerson(world.as(organiser), { editionId, ...budi, ...change });

  it("gives the seat, writes a letter that names it, and records the act", () => {
    seat();
    expect(listSeats(world.ctx, editionId, "evaluator").map(({ name, organisation }) => [name, organisation])).toEqual([
      ["Budi", "Universitas Contoh"],
    ]);
    const letter = world.ctx.db.select().from(outbox).where(eq(outbox.recipient, budi.email)).get();
    expect(letter?.params.place).toBe("Tim evaluasi, Kompetisi kecil 2026");
    expect(actions()).toEqual(["competitions.create", "competitions.seat"]);
  });

  it("lets one person hold two seats, each once", () => {
    seat();
    expect(() => seat({ email: " BUDI@contoh.go.id" })).toThrow("competitions.seatTaken");
    seatPerson(world.as(organiser), { editionId, ...budi, role: "juror" });
    expect(listSeats(world.ctx, editionId).map(({ role }) => role)).toEqual(["evaluator", "juror", "organiser"]);
  });

  it("keeps whoever judges from admitting, running and auditing, and the signatory from the secretariat and the chair", () => {
    const together = (held: SeatRole, role: SeatRole): string => {
      const email = `${held}.${role}@contoh.go.id`;
      seat({ email, role: held });
      return refusalOf(() => seat({ email: email.toUpperCase(), role }));
    };
    const apart: [SeatRole, SeatRole][] = [
      ...(["evaluator", "juror", "chair"] as const).flatMap((judge) =>
        (["screener", "organiser", "auditor"] as const).map((other): [SeatRole, SeatRole] => [judge, other]),
      ),
      ["signatory", "organiser"],
      ["signatory", "chair"],
    ];
    for (const [one, other] of apart) {
      expect([together(one, other), together(other, one)]).toEqual(Array(2).fill("competitions.seatsIncompatible"));
    }
    expect([together("chair", "juror"), together("organiser", "screener"), together("observer", "auditor")]).toEqual(Array(3).fill("done"));
    const letters = world.ctx.db.select().from(outbox).where(eq(outbox.recipient, "evaluator.screener@contoh.go.id")).all();
    expect(letters).toHaveLength(1);
  });

  it("names both seats in a refusal", () => {
    seat();
    const against = { held: { id: "Tim evaluasi", en: "Evaluator" }, role: { id: "Tim seleksi", en: "Screener" } };
    expect(() => seat({ role: "screener" })).toThrow(expect.objectContaining({ params: against }));
  });

  it("hides a seat from whoever has none in the edition", () => {
    const seatId = seat();
    const by = (...grants: string[]) => refusalOf(() => removeSeat(world.as(world.person(`Lain ${grants.join()}`, ...grants)), { seatId }));
    expect([by(), by("edition:edn_other:organiser"), by("agency:agc_x:admin")]).toEqual(Array(3).fill("competitions.seatUnknown"));
    expect(by(`edition:${editionId}:observer`)).toBe("accounts.notAllowed");
  });

  it("ends a seat, keeps it as history, and may give it again", () => {
    const seatId = seat();
    removeSeat(world.as(organiser), { seatId });
    expect(listSeats(world.ctx, editionId, "evaluator")).toEqual([]);
    expect(listFormerSeats(world.ctx, editionId).map(({ seatId: id, removedAt }) => [id, removedAt])).toEqual([[seatId, world.ctx.now]]);
    expect(() => removeSeat(world.as(organiser), { seatId })).toThrow("competitions.seatUnknown");
    seat();
    expect(listSeats(world.ctx, editionId, "evaluator")).toHaveLength(1);
    expect(actions()).toEqual(["competitions.create", "competitions.seat", "competitions.unseat", "competitions.seat"]);
  });

  it("keeps the only organiser", () => {
    const [own] = listSeats(world.ctx, editionId, "organiser");
    expect(() => removeSeat(world.as(organiser), { seatId: own?.seatId as SeatId })).toThrow("competitions.lastOrganiser");
  });
});

describe("running numbers", () => {
  it("count from one and take back what was rolled back", () => {
    const issue = () => inTransaction(world.ctx, () => issueNumber(world.ctx, editionId));
    expect(issue()).toBe(1);
    expect(() =>
      inTransaction(world.ctx, () => {
        issueNumber(world.ctx, editionId);
        throw new Error("no");
      }),
    ).toThrow("no");
    expect([issue(), issue()]).toEqual([2, 3]);
  });

  it("are given inside a transaction only", () => {
    expect(() => issueNumber(world.ctx, editionId)).toThrow("belongs to the transaction");
  });
});

describe("who sees which edition", () => {
  it("hides a draft from everybody without a seat, by address and in the list", () => {
    const stranger = world.person("Orang Lain", "edition:edn_other:organiser");
    expect(() => getEditionBySlug(world.as(stranger), "kecil-2026")).toThrow("competitions.editionUnknown");
    expect(() => getEditionBySlug(world.as(null), "kecil-2026")).toThrow("competitions.editionUnknown");
    expect(getEditionBySlug(world.as(organiser), "kecil-2026").id).toBe(editionId);
    expect([listPublicEditions(world.ctx), listSeatedEditions(world.ctx, stranger)]).toEqual([[], []]);
  });

  it("answers alike for a hidden draft and for one that does not exist", () => {
    const stranger = world.as(world.person("Orang Lain"));
    const seatIn = (id: EditionId) => () => seatPerson(stranger, { editionId: id, ...budi });
    expect(seatIn(editionId)).toThrow("competitions.editionUnknown");
    expect(seatIn("edn_nowhere" as EditionId)).toThrow("competitions.editionUnknown");
    expect(findEdition(world.ctx, "edn_nowhere" as EditionId)).toBe(undefined);
  });

  it("shows every edition to the system's auditor, with no seat", () => {
    const auditor = world.person("Auditor", "system::auditor");
    expect(listSeatedEditions(world.ctx, auditor).map(({ id, roles }) => [id, roles])).toEqual([[editionId, []]]);
  });

  it("costs the same for one row and for three", () => {
    const cost = () =>
      countStatements(world.ctx, () => {
        listSeatedEditions(world.ctx, refreshed(founder));
        listPublicEditions(world.ctx);
        listSeats(world.ctx, editionId);
        listFormerSeats(world.ctx, editionId);
      });
    const few = cost();
    for (const slug of ["dua", "tiga"]) make(slug);
    for (const name of ["a", "b", "c"]) seatPerson(world.as(organiser), { editionId, ...budi, email: `${name}@contoh.go.id` });
    expect(cost()).toBe(few);
  });
});
