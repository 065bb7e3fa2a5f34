import { describe, expect, it } from "vitest";
import { listDraftLots, listDrafts } from "#app/features/proposals/figures/drafts/queries.server.ts";
import { inviteAbsent, remindDrafts } from "#app/features/proposals/figures/operations.server.ts";
import { listAbsent } from "#app/features/proposals/figures/people/queries.server.ts";
import { getCurve, getDays, getFunnel } from "#app/features/proposals/figures/queries.server.ts";
import { atTheClose, completeShare, curveOf, forecastOf, placeOf, riskOf, staleDays } from "#app/features/proposals/figures/rules.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { returnToUnit, reviseSubmitted, withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId, ProposalStatus, Reach } from "#app/features/proposals/types.ts";
import { inTransaction } from "#db/client.server.ts";
import { invitations, users } from "#db/schema/accounts.ts";
import { proposalMarks } from "#db/schema/figures.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { proposalEvents, proposals } from "#db/schema/proposals.ts";
import { addAgency, addEdition, addMember, asked, closesAt, completeDraft, definition, makeScene, organiserOf, refusalOf, type Scene, submitted } from "#tests/features/proposals/scene.ts";
import { moved } from "#tests/support/moved.ts";
import { countStatements } from "#tests/support/world.ts";

const filter = { kind: "", group: "", category: "", province: "", days: 0 };
const hour = 3_600_000;
const day = 24 * hour;
const list = { dir: "asc", page: 1 } as const;
const drafts = { ...list, status: null, sort: "risk" } as const;
const never = { ...list, state: "never", sort: "place" } as const;
const reach = (scene: Scene, proposalId: ProposalId, from: Reach, to: Reach) =>
  moved(scene.world.ctx, { proposalId, from: [from], to });
const begin = (scene: Scene, title: string) => createProposal(scene.as(scene.writer), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title });

describe("a proposal stands", () => {
  const statuses: ProposalStatus[] = ["atUnit", "atAgency", "submitted", "withdrawn"];
  it.each([
    ["draft", ["atUnit", "atAgency", "submitted", "withdrawn"]],
    ["submitted", ["submitted", "submitted", "submitted", "withdrawn"]],
    ["failed", ["submitted", "submitted", "submitted", "withdrawn"]],
    ["passed", ["passed", "passed", "passed", "withdrawn"]],
    ["finalist", ["passed", "passed", "passed", "withdrawn"]],
    ["winner", ["passed", "passed", "passed", "withdrawn"]],
  ] as [Reach, string[]][])("at reach %s by its status", (at, places) => {
    expect(statuses.map((status) => placeOf({ status, reach: at }))).toEqual(places);
  });
});

describe("the funnel", () => {
  it("counts each proposal where it stands, an entry under redraft as submitted, a withdrawn one nowhere", () => {
    const scene = makeScene();
    begin(scene, "Satu");
    const one = submitted(scene, { title: "Dua" });
    const two = submitted(scene, { title: "Tiga" });
    withdrawProposal(scene.as(scene.writer), { proposalId: begin(scene, "Empat"), note: "Tidak jadi diajukan." });
    reviseSubmitted(scene.as(scene.admin), { proposalId: one.proposalId });
    reach(scene, two.proposalId, "submitted", "passed");
    const funnel = getFunnel(organiserOf(scene), scene.editionId, { by: "kind", filter });
    expect([funnel.stand, funnel.registered, funnel.agencies]).toEqual([{ atUnit: 1, atAgency: 0, submitted: 2, passed: 1 }, 4, 1]);
    expect(funnel.clusters).toEqual([{ key: "kabupaten", atUnit: 1, atAgency: 0, submitted: 2, passed: 1 }]);
  });

  it("adds up to the same by every dimension, and narrows by each", () => {
    const scene = makeScene();
    submitted(scene, { title: "Dua" });
    const agencyId = addAgency(scene.world, "31.71", "Pemerintah Kota Jakarta");
    const other = { ...scene, agencyId, admin: addMember(scene.world, { agencyId, name: "Admin Lain", role: "admin" as const }), writer: addMember(scene.world, { agencyId, name: "Penulis Lain", role: "writer" as const }) };
    begin(other, "Tiga");
    const ask = (by: "kind" | "province" | "group" | "category", change = {}) => getFunnel(organiserOf(scene), scene.editionId, { by, filter: { ...filter, ...change } }).clusters;
    expect(ask("province").map(({ key, atUnit, submitted: n }) => [key, atUnit, n])).toEqual([["31", 1, 0], ["74", 0, 1]]);
    expect(ask("group").map(({ key, atUnit, submitted: n }) => [key, atUnit, n])).toEqual([["umum", 1, 1]]);
    expect(ask("category", { province: "74" })).toEqual([{ key: "layanan", atUnit: 0, atAgency: 0, submitted: 1, passed: 0 }]);
    expect([ask("kind", { kind: "kota" }), ask("kind", { group: "khusus" }), ask("kind", { category: "lain" })]).toEqual([[], [], []]);
  });

  it("shows nothing of another edition", () => {
    const scene = makeScene();
    const editionId = addEdition(scene.world, { ...definition, year: 2025 }, "kipp-2025");
    submitted({ ...scene, editionId });
    expect(getFunnel(organiserOf(scene), scene.editionId, { by: "kind", filter })).toEqual({ stand: { atUnit: 0, atAgency: 0, submitted: 0, passed: 0 }, registered: 0, agencies: 0, clusters: [] });
  });

  it("asks the database as often for three proposals as for one", () => {
    const scene = makeScene();
    submitted(scene);
    const ctx = organiserOf(scene);
    const cost = () => countStatements(ctx, () => getFunnel(ctx, scene.editionId, { by: "kind", filter }));
    const one = cost();
    begin(scene, "Dua");
    begin(scene, "Tiga");
    expect(cost()).toBe(one);
  });
});

describe("the marks", () => {
  it("equal what the proposals and their events say, after every step", () => {
    const scene = makeScene();
    begin(scene, "Satu");
    const one = submitted(scene, { title: "Dua" });
    const two = submitted(scene, { title: "Tiga" });
    reviseSubmitted(scene.as(scene.admin, scene.world.ctx.now + day), { proposalId: one.proposalId });
    returnToUnit(scene.as(scene.admin, scene.world.ctx.now + day), { proposalId: one.proposalId, note: "Lengkapi dahulu bagian ini." });
    reach(scene, two.proposalId, "submitted", "passed");
    reach(scene, two.proposalId, "passed", "submitted");
    const { db } = scene.world.ctx;
    const events = db.select().from(proposalEvents).all();
    const expected = db.select().from(proposals).all().map((row) => {
      const own = events.filter(({ proposalId }) => proposalId === row.id);
      const first = (kind: string) => own.find((event) => event.kind === kind)?.at ?? null;
      const last = own.findLast(({ kind }) => kind === "reach");
      const { editionId, agencyId, groupKey, categoryKey, status, createdAt } = row;
      return {
        ...{ proposalId: row.id, editionId, agencyId, groupKey, categoryKey, status, reach: row.reach, createdAt },
        ...{ handedAt: first("handOver"), submittedAt: first("submit"), withdrawnAt: first("withdraw"), versions: own.filter(({ kind }) => kind === "submit").length },
        passedAt: last?.data.reach === "passed" ? last.at : null,
      };
    });
    expect(new Set(db.select().from(proposalMarks).all())).toEqual(new Set(expected));
    expect(expected).toHaveLength(3);
  });
});

describe("the figures of a day", () => {
  it("count each step once, on the day of the edition's zone on which it was first taken", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    // 1 March 23.30 WIB is still the first of March there, and the second in the east.
    const late = Date.UTC(2026, 2, 1, 16, 30);
    createProposal(scene.as(scene.writer, late), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title: "Malam" });
    reviseSubmitted(scene.as(scene.admin, late + day), { proposalId });
    const ctx = { ...organiserOf(scene), now: late + day };
    const nothing = { created: 0, handed: 0, submitted: 0, passed: 0 };
    const total = { created: 2, handed: 1, submitted: 1, passed: 0 };
    expect(getDays(ctx, scene.editionId, filter)).toEqual([
      { day: "2026-03-01", came: total, total },
      { day: "2026-03-02", came: nothing, total },
    ]);
    expect(getDays(ctx, scene.editionId, { ...filter, days: 1 })).toEqual([{ day: "2026-03-02", came: nothing, total }]);
  });

  it("end today at what stands now", () => {
    const scene = makeScene();
    begin(scene, "Satu");
    submitted(scene, { title: "Dua" });
    const { stand, registered } = getFunnel(organiserOf(scene), scene.editionId, { by: "kind", filter });
    expect(getDays(organiserOf(scene), scene.editionId, filter).at(-1)?.total).toEqual({ created: registered, handed: 1, submitted: stand.submitted, passed: stand.passed });
  });
});

describe("the curve", () => {
  const at = (instant: number, n = 1) => ({ quarter: Math.floor(instant / (hour / 4)), n });

  it("adds up first submissions by whole hours before the close", () => {
    const points = curveOf([at(closesAt - 2 * hour - 1), at(closesAt - 2 * hour, 3), at(closesAt - 1)], { closesAt, until: closesAt, days: 0 });
    expect(points).toEqual([{ hours: -3, total: 0 }, { hours: -2, total: 1 }, { hours: -1, total: 4 }, { hours: 0, total: 5 }]);
  });

  it("ends at the present hour while registration runs, and begins so many days before the close", () => {
    expect(curveOf([at(closesAt - 5 * day)], { closesAt, until: closesAt - 4 * day, days: 0 }).at(-1)).toEqual({ hours: -96, total: 1 });
    expect(curveOf([at(closesAt - 5 * day)], { closesAt, until: closesAt, days: 2 })[0]).toEqual({ hours: -48, total: 1 });
    expect(curveOf([], { closesAt, until: closesAt, days: 0 })).toEqual([]);
  });

  it("stands beside the edition before it, each counted from its own close", () => {
    const scene = makeScene();
    const stages = definition.stages.map((stage) => ({ ...stage, closesAt: closesAt - 10 * day }));
    const earlierId = addEdition(scene.world, { ...definition, year: 2025, stages }, "kipp-2025");
    submitted({ ...scene, editionId: earlierId });
    submitted(scene, { title: "Dua" });
    const curve = getCurve(organiserOf(scene), scene.editionId, { filter, earlierId: "" });
    const before = (end: number) => Math.floor((scene.world.ctx.now - end) / hour) + 1;
    expect([curve.own.at(-1), curve.earlier?.points.find(({ total }) => total === 1)?.hours]).toEqual([{ hours: before(closesAt), total: 1 }, before(closesAt - 10 * day)]);
    expect(getCurve(organiserOf(scene), scene.editionId, { filter, earlierId: "none" }).earlier).toBeNull();
  });

  it("expects at the close what is in and as many an hour as in the last day", () => {
    expect(atTheClose({ total: 100, lastDay: 48, now: closesAt - 12 * hour, closesAt })).toBe(124);
    expect([atTheClose({ total: 100, lastDay: 48, now: closesAt, closesAt }), atTheClose({ total: 1, lastDay: 1, now: 0, closesAt: null })]).toEqual([null, null]);
  });
});

describe("finishing at today's pace", () => {
  it.each([
    ["is now when nothing is left", { left: 0, done: 0, now: 5 }, 5],
    ["is unknown when nothing was done in a day", { left: 3, done: 0, now: 5 }, null],
    ["is as many days away as what is left holds the last day's work", { left: 30, done: 20, now: 0 }, 1.5 * day],
  ])("%s", (_rule, asking, finishAt) => {
    expect(forecastOf(asking).finishAt).toBe(finishAt);
  });
});

describe("a draft at risk", () => {
  it("is high when it lies at the unit untouched, middle with one of both, low at the admin and edited", () => {
    const now = 100 * day;
    const lying = now - staleDays * day;
    const levels = [riskOf({ status: "atUnit", updatedAt: lying }, now), riskOf({ status: "atUnit", updatedAt: lying + 1 }, now), riskOf({ status: "atAgency", updatedAt: lying }, now), riskOf({ status: "atAgency", updatedAt: now }, now)];
    expect(levels).toEqual(["high", "middle", "middle", "low"]);
  });

  it("is complete by the parts that must be filled, empty optional ones left out", () => {
    expect(completeShare([{ state: "complete" }, { state: "missing" }, { state: "over" }, { state: "complete" }, { state: "empty" }])).toBe(0.5);
  });

  it("is listed before the others, with how complete it is and no word of its title", () => {
    const scene = makeScene();
    const early = completeDraft(scene, { title: "Judul yang dirahasiakan" });
    const ctx = { ...organiserOf(scene), now: scene.world.ctx.now + 4 * day };
    const late = createProposal(scene.as(scene.writer, ctx.now), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title: "Judul kedua" });
    saveAnswers(scene.as(scene.writer, ctx.now), { proposalId: late, answers: { ringkasan: "satu dua tiga empat lima enam" } });
    submitted(scene, { title: "Diajukan" });
    const { rows, total } = listDrafts(ctx, scene.editionId, { filter, list: drafts });
    expect([total, rows.map(({ id, risk, complete, over, untouched }) => [id, risk, complete === 1, over, untouched])]).toEqual([2, [[early, "high", true, 0, 4], [late, "middle", false, 1, 0]]]);
    expect(JSON.stringify(rows)).not.toMatch(/Judul/);
    expect(listDrafts(ctx, scene.editionId, { filter: { ...filter, days: 2 }, list: drafts }).rows.map(({ id }) => id)).toEqual([early]);
  });

  it("is in the file of all drafts, however many lots they are read in", () => {
    const scene = makeScene();
    const ids = inTransaction(scene.world.ctx, () => Array.from({ length: 503 }, (_, index) => begin(scene, `Draf ${index}`)));
    saveAnswers(scene.as(scene.writer), { proposalId: ids[502] as ProposalId, answers: { ringkasan: "satu dua tiga empat lima enam" } });
    const lots = [...listDraftLots(organiserOf(scene), scene.editionId, { filter, list: drafts })];
    const rows = lots.flat();
    expect([lots.map(({ length }) => length), new Set(rows.map(({ id }) => id)).size, rows.filter(({ over }) => over === 1).map(({ id }) => id)]).toEqual([
      ...[[100, 100, 100, 100, 100, 3], 503],
      [ids[502]],
    ]);
    const pages = Array.from({ length: 11 }, (_, index) => listDrafts(organiserOf(scene), scene.editionId, { filter, list: { ...drafts, page: index + 1 } }).rows);
    expect(rows.map(({ id }) => id)).toEqual(pages.flat().map(({ id }) => id));
  });

  it("is left out of a file that is being read when it is submitted meanwhile, and the file is nobody else's", () => {
    const scene = makeScene();
    submitted(scene, { title: "Sudah diajukan" });
    const ids = inTransaction(scene.world.ctx, () => Array.from({ length: 101 }, (_, index) => begin(scene, `Draf ${index}`)));
    const lots = listDraftLots(organiserOf(scene), scene.editionId, { filter, list: { ...drafts, sort: "edited", dir: "asc" } })[Symbol.iterator]();
    const first = lots.next().value as { id: string }[];
    const last = ids.find((id) => !first.some((row) => row.id === id)) as ProposalId;
    withdrawProposal(scene.as(scene.admin), { proposalId: last, note: "Ditarik" });
    expect(lots.next()).toEqual({ value: [], done: false });
    expect(refusalOf(() => listDraftLots(scene.as(scene.admin), scene.editionId, { filter, list: drafts }))).toBe("competitions.editionUnknown");
  });

  it("is reminded of once a day, by a letter without its title, to whoever can act on it", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene, { title: "Judul yang dirahasiakan" });
    const chosen = { editionId: scene.editionId, proposalIds: [proposalId] };
    const organiser = organiserOf(scene);
    expect([remindDrafts(organiser, chosen), remindDrafts(organiser, chosen)]).toEqual([{ told: 1, spared: 0 }, { told: 0, spared: 1 }]);
    expect(remindDrafts({ ...organiser, now: organiser.now + day }, chosen)).toEqual({ told: 1, spared: 0 });
    const letters = scene.world.ctx.db.select().from(outbox).all().filter(({ template }) => template === "reminderWriters");
    expect([letters.map(({ recipient }) => recipient), JSON.stringify(letters).includes("Judul")]).toEqual([[scene.writer.email, scene.writer.email], false]);
    expect(scene.world.ctx.db.select().from(notices).all().filter(({ kind }) => kind === "reminderWriters")).toHaveLength(2);
  });

  it("is passed over once registration has closed, when submitted, and in another edition", () => {
    const scene = makeScene();
    const open = completeDraft(scene, { title: "Satu" });
    const { proposalId } = submitted(scene, { title: "Dua" });
    const elsewhere = completeDraft({ ...scene, editionId: addEdition(scene.world, definition, "lain") }, { title: "Tiga" });
    expect(remindDrafts({ ...organiserOf(scene), now: closesAt }, { editionId: scene.editionId, proposalIds: [open] })).toEqual({ told: 0, spared: 1 });
    expect(remindDrafts(organiserOf(scene), { editionId: scene.editionId, proposalIds: [proposalId, elsewhere] })).toEqual({ told: 0, spared: 2 });
  });
});

describe("people who have not signed in", () => {
  it("are listed until they do, and invited again at most once in 24 hours", () => {
    const scene = makeScene();
    const organiser = organiserOf(scene);
    const absent = () => listAbsent(organiser, scene.editionId, { filter, list: never });
    expect([absent().total, absent().rows.map(({ name }) => name)]).toEqual([2, ["Admin Wakatobi", "Penulis Dinkes"]]);
    const chosen = { editionId: scene.editionId, userIds: [scene.writer.userId] };
    expect([inviteAbsent(organiser, chosen), inviteAbsent(organiser, chosen)]).toEqual([{ told: 1, spared: 0 }, { told: 0, spared: 1 }]);
    expect(scene.world.ctx.db.select().from(invitations).all().map(({ userId }) => userId)).toEqual([scene.writer.userId]);
    scene.world.ctx.db.update(users).set({ lastSignInAt: organiser.now }).run();
    expect([absent().total, inviteAbsent({ ...organiser, now: organiser.now + 2 * day }, chosen)]).toEqual([0, { told: 0, spared: 1 }]);
    const later = { ...organiser, now: organiser.now + 15 * day };
    expect(listAbsent(later, scene.editionId, { filter, list: { ...never, state: "long" } }).total).toBe(2);
  });

  it("are told at most once in 24 hours also when they have a password, and get no link then", () => {
    const scene = makeScene();
    const organiser = organiserOf(scene);
    scene.world.ctx.db.update(users).set({ passwordHash: "kept" }).run();
    const chosen = { editionId: scene.editionId, userIds: [scene.writer.userId] };
    const told = [organiser, organiser, { ...organiser, now: organiser.now + day }].map((ctx) => inviteAbsent(ctx, chosen).told);
    expect([told, scene.world.ctx.db.select().from(invitations).all()]).toEqual([[1, 0, 1], []]);
    expect(listAbsent(organiser, scene.editionId, { filter, list: never }).rows.map(({ invitedAt }) => invitedAt)).toEqual([null, organiser.now + day]);
  });

  it("are only those of agencies that the edition invites, and never somebody of another place", () => {
    const scene = makeScene({ agencyKinds: ["provinsi"] });
    const stranger = scene.world.person("Orang Lain");
    expect(listAbsent(organiserOf(scene), scene.editionId, { filter, list: never }).total).toBe(0);
    expect(inviteAbsent(organiserOf(scene), { editionId: scene.editionId, userIds: [stranger.userId, scene.writer.userId] })).toEqual({ told: 0, spared: 2 });
  });
});
