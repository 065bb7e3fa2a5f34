import { describe, expect, it } from "vitest";
import type { Exclusion } from "#app/features/competitions/definition/types.ts";
import { listMetExclusions } from "#app/features/proposals/eligibility/queries.server.ts";
import { appliedQuotas, isSameInnovation, metExclusions, quotaOf, quotaOverAll, standingFaults } from "#app/features/proposals/eligibility/rules.ts";
import type { EarlierAward, Standing } from "#app/features/proposals/eligibility/types.ts";
import { handOver, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import { awardRecords } from "#db/schema/archive.ts";
import { completeDraft, definition, makeScene, refusalOf, type Scene, submitted } from "#tests/features/proposals/scene.ts";

const words = { id: "Pernah menang.", en: "Has won." };
const exclusion = (change: Partial<Exclusion> = {}): Exclusion => ({
  ...{ key: "top45", groups: ["umum"], competitions: ["kipp"], tiers: ["Top 45"], fromYear: 2018, toYear: 2020 },
  ...{ times: 1, effect: "refuse", reason: words },
  ...change,
});
const award = (change: Partial<EarlierAward> = {}): EarlierAward => ({
  ...{ id: "awd_1" as EarlierAward["id"], competition: "kipp", year: 2019, tier: "Top 45", title: "Apotek Singgah Kepulauan" },
  source: "https://contoh.go.id/2019",
  ...change,
});
const alone: Standing = { agency: { codes: ["74.07"], kind: "kabupaten" }, sameTitle: null, submitted: {}, invitations: {}, awards: [] };
const entry = { title: "Apotek Singgah Kepulauan", groupKey: "umum" };
const faults = (change: Partial<typeof definition>, standing: Partial<Standing> = {}, of = entry) =>
  standingFaults({ ...definition, ...change }, of, { ...alone, ...standing }).map(({ code }) => code);

describe("quota", () => {
  const [umum, khusus] = definition.groups as [(typeof definition.groups)[0], (typeof definition.groups)[0]];
  const quotas = [
    { group: "umum", agencyKind: "provinsi", limit: 5 },
    { group: "umum", agencyKind: "kota", limit: 0 },
    { group: null, agencyKind: "provinsi", limit: 6 },
    { group: null, agencyKind: "kabupaten", limit: 1 },
  ];

  it("is the group's own, unless the kind of agency has one in the group; 0 is no limit", () => {
    expect(["provinsi", "kota", "kabupaten"].map((kind) => quotaOf(umum, { quotas }, kind))).toEqual([5, null, 2]);
    expect(quotaOf(umum)).toBe(2);
  });

  it("over all groups is asked in addition, of its kind only", () => {
    expect(["provinsi", "kota", "kabupaten"].map((kind) => quotaOverAll({ quotas }, kind))).toEqual([6, null, 1]);
    expect(appliedQuotas({ ...definition, quotas }, { groupKey: "umum", kind: "provinsi" })).toEqual([
      { group: "umum", limit: 5 },
      { group: null, limit: 6 },
    ]);
  });

  it("does not count groups by invitation, and they do not count towards it", () => {
    expect(quotaOf(khusus, { quotas: [{ group: "khusus", agencyKind: "kota", limit: 1 }] }, "kota")).toBeNull();
    expect(appliedQuotas({ ...definition, quotas }, { groupKey: "khusus", kind: "kabupaten" })).toEqual([]);
    expect(faults({ quotas }, { submitted: { khusus: 5 } })).toEqual([]);
  });

  it("takes the last entry that fits and refuses the next", () => {
    expect(faults({}, { submitted: { umum: 1 } })).toEqual([]);
    expect(faults({}, { submitted: { umum: 2 } })).toEqual(["proposals.quotaFull"]);
    expect(faults({ quotas }, { submitted: { umum: 1 } })).toEqual(["proposals.quotaFullOverAll"]);
    expect(faults({ quotas }, { submitted: { umum: 40 }, agency: { codes: ["32.73"], kind: "kota" } })).toEqual([]);
  });

  it("is counted inside the transaction that submits: of two drafts for one place, one is submitted", () => {
    const scene = makeScene({ quotas: [{ group: "umum", agencyKind: "kabupaten", limit: 1 }] });
    const drafts = ["Satu", "Dua"].map((title) => completeDraft(scene, { title }));
    for (const proposalId of drafts) handOver(scene.as(scene.writer), { proposalId });
    const submit = (proposalId: (typeof drafts)[0]) => refusalOf(() => submitProposal(scene.as(scene.admin), { proposalId, accepted: true }));
    expect(drafts.map(submit)).toEqual(["done", "proposals.quotaFull"]);
  });
});

describe("invitation", () => {
  const special = { ...entry, groupKey: "khusus" };
  it("is needed for a group by invitation, one for each entry", () => {
    expect(faults({}, {}, special)).toEqual(["proposals.notInvited"]);
    expect(faults({}, { invitations: { khusus: 1 } }, special)).toEqual([]);
    expect(faults({}, { invitations: { khusus: 1 }, submitted: { khusus: 1 } }, special)).toEqual(["proposals.invitationsUsed"]);
    expect(faults({}, { invitations: { khusus: 2 }, submitted: { khusus: 1 } }, special)).toEqual([]);
  });

  it("is needed for no other group", () => {
    expect(faults({}, { invitations: {} })).toEqual([]);
  });
});

describe("organising bodies", () => {
  const organisingBodies = { agencies: ["74.07"], entries: "refused" as const };
  it("may not enter where the edition refuses them, and may where it only leaves them unranked", () => {
    expect(faults({ organisingBodies })).toEqual(["proposals.organisingBody"]);
    expect(faults({ organisingBodies: { ...organisingBodies, entries: "unranked" } })).toEqual([]);
    expect(faults({ organisingBodies }, { agency: { codes: ["74.01"], kind: "kabupaten" } })).toEqual([]);
    expect(faults({ organisingBodies }, { agency: { codes: ["74.01", "74.07"], kind: "kabupaten" } })).toEqual(["proposals.organisingBody"]);
  });
});

describe("likeness of titles", () => {
  it("takes the same letters and digits for one innovation, whatever signs stand between", () => {
    expect(isSameInnovation("SAKTI", "Sakti!")).toBe(true);
    expect(isSameInnovation("Apotek\u200b Singgah", "APOTEK-SINGGAH")).toBe(true);
  });

  it("takes 0.8 of the shorter title's telling words, in any order, for one innovation, and less for two", () => {
    const five = "Apotek Singgah Kepulauan Terluar Wakatobi";
    expect(isSameInnovation(five, "Kepulauan Terluar: Apotek Singgah bagi Warga Buton")).toBe(true);
    expect(isSameInnovation(five, "Kepulauan Terluar: Apotek Keliling bagi Warga Buton")).toBe(false);
  });

  it("recognises no title of fewer than three telling words inside another, nor by plain words", () => {
    expect(isSameInnovation("Apotek Singgah", "Apotek Singgah Kepulauan Terluar")).toBe(false);
    expect(isSameInnovation("Layanan dan Bantuan di Desa untuk Warga", "Obat dan Pangan di Pulau untuk Anak")).toBe(false);
  });

  it("does not depend on which title comes first", () => {
    const titles = ["Apotek Singgah Kepulauan", "Apotek Singgah Kepulauan Terluar", "Sekolah Apung", ""];
    for (const a of titles) for (const b of titles) expect(isSameInnovation(a, b)).toBe(isSameInnovation(b, a));
  });
});

describe("earlier awards", () => {
  const met = (rule: Partial<Exclusion>, awards: EarlierAward[], of = entry) =>
    metExclusions({ exclusions: [exclusion(rule)] }, of, awards).map(({ awards: found }) => found.map(({ year }) => year));

  it("keep out within their years, both included, and by competition, tier and group", () => {
    expect([2017, 2018, 2020, 2021].map((year) => met({}, [award({ year })]).length)).toEqual([0, 1, 1, 0]);
    expect(met({}, [award({ tier: "Top 99" })])).toEqual([]);
    expect(met({}, [award({ competition: "kovablik" })])).toEqual([]);
    expect(met({}, [award()], { ...entry, groupKey: "khusus" })).toEqual([]);
  });

  it("count whatever competition, tier and year where a rule names none", () => {
    expect(met({ groups: [], competitions: [], tiers: [], fromYear: null, toYear: null }, [award({ competition: "unpsa", tier: "Winner", year: 2005 })])).toEqual([[2005]]);
  });

  it("of which two years are asked keep out from the second year on, not by two records of one", () => {
    const twice = { tiers: ["Top 99"], times: 2 };
    const top99 = (year: number) => award({ tier: "Top 99", year });
    expect(met(twice, [top99(2019)])).toEqual([]);
    expect(met(twice, [top99(2019), top99(2019)])).toEqual([]);
    expect(met(twice, [top99(2018), top99(2020)])).toEqual([[2020, 2018]]);
  });

  it("of another innovation keep nobody out", () => {
    expect(met({}, [award({ title: "Sekolah Apung Nelayan" })])).toEqual([]);
  });

  it("refuse by the latest award, named with its source, and only flag where the rule says so", () => {
    const exclusions = [exclusion()];
    const [fault] = standingFaults({ ...definition, exclusions }, entry, { ...alone, awards: [award({ year: 2018 }), award()] });
    expect(fault).toEqual({
      code: "proposals.excluded",
      section: "identity",
      params: { reason: words, tier: "Top 45", year: "2019", title: "Apotek Singgah Kepulauan", source: "https://contoh.go.id/2019" },
    });
    expect(faults({ exclusions: [exclusion({ effect: "flag" })] }, { awards: [award()] })).toEqual([]);
  });
});

describe("earlier awards in the archive", () => {
  function withAward(scene: Scene, change: Partial<typeof awardRecords.$inferInsert> = {}): void {
    const row = { ...award(), agencyName: "Pemerintah Kabupaten Wakatobi", agencyId: scene.agencyId, unit: "", province: "", note: "", ...change };
    scene.world.ctx.db.insert(awardRecords).values(row).run();
  }
  const title = "Apotek Singgah Kepulauan Terluar";

  it("of the agency keep its like innovation out when it is submitted", () => {
    const scene = makeScene({ exclusions: [exclusion()] });
    withAward(scene);
    expect(refusalOf(() => submitted(scene, { title }))).toBe("proposals.excluded");
  });

  it("published under the agency's very name count, another agency's do not", () => {
    const named = makeScene({ exclusions: [exclusion()] });
    withAward(named, { agencyId: null, agencyName: "PEMERINTAH KABUPATEN WAKATOBI" });
    expect(refusalOf(() => submitted(named, { title }))).toBe("proposals.excluded");
    const strange = makeScene({ exclusions: [exclusion()] });
    withAward(strange, { agencyId: null, agencyName: "Pemerintah Kabupaten Buton" });
    expect(refusalOf(() => submitted(strange, { title }))).toBe("done");
  });

  it("are told to the screener whether they refuse or flag", () => {
    const scene = makeScene({ exclusions: [exclusion({ effect: "flag" })] });
    withAward(scene);
    const { proposalId } = submitted(scene, { title });
    expect(listMetExclusions(scene.world.ctx, proposalId).map(({ exclusion: { key }, awards }) => [key, awards.map(({ year }) => year)])).toEqual([
      ["top45", [2019]],
    ]);
  });
});
