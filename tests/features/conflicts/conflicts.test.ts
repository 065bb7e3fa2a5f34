import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { removeMember } from "#app/features/agencies/operations.server.ts";
import { declareAgencyConflict, declareConflict } from "#app/features/conflicts/operations.server.ts";
import { conflictPairs, findConflict, listBars, listMyAgencyConflicts } from "#app/features/conflicts/queries.server.ts";
import { listDetected } from "#app/features/conflicts/register/queries.server.ts";
import { agenciesNamedIn, agencyNames, heirsOf, isOfBody, kinOf, pairKey } from "#app/features/conflicts/rules.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyMembers, agencyMerges } from "#db/schema/agencies.ts";
import { seats } from "#db/schema/competitions.ts";
import { conflicts } from "#db/schema/conflicts.ts";
import { addAgency, addMember, refusalOf } from "#tests/features/proposals/scene.ts";
import { entry, fromAgency, judgingScene, seated } from "#tests/features/screening/scene.ts";
import { countStatements } from "#tests/support/world.ts";

const agency = (name: string) => name as Id<"agency">;
const proposal = (name: string) => name as Id<"proposal">;
const reason = "Saya pernah membina unit ini.";

describe("the pairs of an edition", () => {
  it("hold members, former members, declared entries and declared agencies", () => {
    const scene = judgingScene();
    const other = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
    const [first, second] = [entry(scene), entry(other, "Perahu Baca")];
    const [reader, another] = scene.evaluators as [typeof scene.juror, typeof scene.juror];
    declareConflict(scene.as(reader), { proposalId: second, reason });
    declareAgencyConflict(scene.as(another), { editionId: scene.editionId, agencyId: scene.agencyId, reason });
    removeMember(scene.as(scene.admin), { agencyId: scene.agencyId, userId: scene.writer.userId });
    const expected = [
      pairKey(scene.admin.userId, first),
      pairKey(scene.writer.userId, first),
      pairKey(other.admin.userId, second),
      pairKey(other.writer.userId, second),
      pairKey(reader.userId, second),
      pairKey(another.userId, first),
    ];
    expect([...conflictPairs(scene.world.ctx, scene.editionId)].sort()).toEqual(expected.sort());
  });

  it("agree with the answer for one meeting", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const meeting = { editionId: scene.editionId, proposalId, agencyId: scene.agencyId };
    const { ctx } = scene.world;
    declareConflict(scene.as(scene.juror), { proposalId, reason });
    const found = [scene.writer, scene.juror, scene.chair].map(({ userId }) => findConflict(ctx, { ...meeting, userId }));
    expect(found).toEqual(["detected", "declared", null]);
  });

  it("cost the same for one entry and for three", () => {
    const one = judgingScene();
    entry(one);
    const three = judgingScene();
    entry(three);
    entry(three, "Perahu Baca");
    entry(fromAgency(three, "74.09", "Pemerintah Kabupaten Buton"), "Sekolah Malam");
    const cost = (scene: typeof one) => countStatements(scene.world.ctx, () => conflictPairs(scene.world.ctx, scene.editionId));
    expect(cost(three)).toBe(cost(one));
  });
});

describe("declaring", () => {
  it("is refused twice for the same entry or agency", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const ctx = scene.as(scene.juror);
    const { editionId, agencyId } = scene;
    const answers = [1, 2].flatMap(() => [
      refusalOf(() => declareConflict(ctx, { proposalId, reason })),
      refusalOf(() => declareAgencyConflict(ctx, { editionId, agencyId, reason })),
    ]);
    expect(answers).toEqual(["done", "done", "conflicts.alreadyDeclared", "conflicts.alreadyDeclared"]);
    expect(scene.world.ctx.db.select().from(conflicts).all().length).toBe(2);
  });

  it("is refused for what does not exist", () => {
    const scene = judgingScene();
    const ctx = scene.as(scene.juror);
    const { editionId } = scene;
    expect(refusalOf(() => declareConflict(ctx, { proposalId: proposal("prop_none"), reason }))).toBe("proposals.unknown");
    expect(refusalOf(() => declareAgencyConflict(ctx, { editionId, agencyId: agency("agc_none"), reason }))).toBe("agencies.unknown");
  });

  it("shows a person his own declarations by agency only", () => {
    const scene = judgingScene();
    const { editionId, agencyId } = scene;
    const id = declareAgencyConflict(scene.as(scene.juror), { editionId, agencyId, reason });
    const said = { id, agencyName: "Pemerintah Kabupaten Wakatobi", regionCode: null, kind: "other", state: "declared", reason, expiresAt: null };
    expect(listMyAgencyConflicts(scene.as(scene.juror), editionId)).toEqual([{ ...said, declaredAt: scene.world.ctx.now }]);
    expect(listMyAgencyConflicts(scene.as(scene.chair), editionId)).toEqual([]);
    expect(listMyAgencyConflicts(scene.as(null), editionId)).toEqual([]);
  });
});

describe("the hierarchy of an agency", () => {
  const links = [
    { id: agency("unit"), parentId: agency("directorate") },
    { id: agency("directorate"), parentId: agency("ministry") },
    { id: agency("sister"), parentId: agency("ministry") },
  ];

  it("is what stands above it and below it, not its sisters", () => {
    expect(kinOf(links, agency("directorate")).sort()).toEqual(["directorate", "ministry", "unit"]);
    expect(kinOf(links, agency("ministry")).sort()).toEqual(["directorate", "ministry", "sister", "unit"]);
    expect(kinOf(links, agency("alone"))).toEqual(["alone"]);
  });

  it("ends even where the registry runs in a circle", () => {
    const circle = [
      { id: agency("a"), parentId: agency("b") },
      { id: agency("b"), parentId: agency("a") },
    ];
    expect(kinOf(circle, agency("a")).sort()).toEqual(["a", "b"]);
  });

  it("keeps a former member of a unit from judging its parent, in one meeting and in the pairs", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { ctx } = scene.world;
    const unit = addAgency(scene.world, "74.07.1", "Dinas Kesehatan Wakatobi");
    ctx.db.update(agencies).set({ parentId: scene.agencyId }).where(eq(agencies.id, unit)).run();
    const { userId } = addMember(scene.world, { agencyId: unit, name: "Bekas staf", role: "writer" });
    ctx.db.update(agencyMembers).set({ removedAt: ctx.now }).where(eq(agencyMembers.userId, userId)).run();
    expect(findConflict(ctx, { editionId: scene.editionId, agencyId: scene.agencyId, proposalId, userId })).toBe("detected");
    expect(conflictPairs(ctx, scene.editionId).has(pairKey(userId, proposalId))).toBe(true);
    expect(listBars(ctx, { editionId: scene.editionId, userId }).agencyIds.sort()).toEqual([unit, scene.agencyId].sort());
  });
});

describe("the organisation written on a seat", () => {
  const names = agencyNames([
    { id: agency("kemenkes"), name: "Kementerian Kesehatan" },
    { id: agency("bandung"), name: "Pemerintah Kota Bandung" },
    { id: agency("kabupaten"), name: "Pemerintah Kabupaten Bandung" },
    { id: agency("barat"), name: "Pemerintah Kabupaten Bandung Barat" },
    { id: agency("timah"), name: "Timah" },
  ]);

  it("names an agency whose whole name stands in it, and no other", () => {
    const said = ["Kementerian Kesehatan", "Direktorat Gizi, kementerian kesehatan.", "Kementerian Kesehatan Hewan Nasional", "Universitas Kesehatan", "Pemkot Bandung", "Pemerintah Kabupaten Bandung Barat", ""];
    expect(said.map((organisation) => agenciesNamedIn(organisation, names))).toEqual([["kemenkes"], ["kemenkes"], ["kemenkes"], [], ["bandung"], ["barat"], []]);
  });

  it("is of the region whose office it is, not of one where another body merely has an office", () => {
    const said = ["Dinas Kesehatan Kota Bandung", "RSUD Kabupaten Bandung Barat", "Pengadilan Negeri Kota Bandung", "Dinas Kesehatan Pemerintah Kota Bandung"];
    expect(said.map((organisation) => agenciesNamedIn(organisation, names))).toEqual([["bandung"], ["barat"], [], ["bandung"]]);
  });

  it("must be a name of one word alone, or one part of it between commas", () => {
    expect(["Timah", "Divisi Layanan, Timah", "Asosiasi Timah Rakyat"].map((organisation) => agenciesNamedIn(organisation, names))).toEqual([["timah"], ["timah"], []]);
  });

  it("keeps whoever sits for it from judging its entries and those of its hierarchy, under an earlier name as well", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { ctx } = scene.world;
    const unit = addAgency(scene.world, "74.07.1", "Balai Layanan Wakatobi");
    ctx.db.update(agencies).set({ parentId: scene.agencyId }).where(eq(agencies.id, unit)).run();
    ctx.db.$client.prepare("insert into agency_names values (?, 1, 'Balai Lama Wakatobi', 'Balai Layanan Wakatobi', '2020-01-01', 'Perda', ?, 0)").run(unit, scene.juror.userId);
    const write = (person: typeof scene.juror, organisation: string) => ctx.db.update(seats).set({ organisation }).where(eq(seats.userId, person.userId)).run();
    write(scene.juror, "Bagian Hukum, Pemkab Wakatobi");
    write(scene.chair, "Balai Lama Wakatobi");
    // The secretariat sits for the agency that runs the edition: its office work goes on.
    write(scene.organiser, "Pemerintah Kabupaten Wakatobi");
    const asked = [scene.juror, scene.chair, scene.screener, scene.organiser].map(({ userId }) => findConflict(ctx, { editionId: scene.editionId, agencyId: scene.agencyId, proposalId, userId }));
    expect(asked).toEqual(["detected", "detected", null, null]);
    expect(listDetected(scene.as(scene.organiser), scene.editionId).ties.map(({ person, agencyName, reason: why }) => [person, agencyName, why])).toEqual([
      ["Juri 01", "Pemerintah Kabupaten Wakatobi", "seat"],
      ["Juri 01", "Balai Layanan Wakatobi", "hierarchy"],
      ["Ketua 01", "Balai Layanan Wakatobi", "seat"],
      ["Ketua 01", "Pemerintah Kabupaten Wakatobi", "hierarchy"],
    ]);
  });
});

describe("a declared agency", () => {
  it("bars by a post what stands above and below it, and otherwise itself alone", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { ctx } = scene.world;
    const { editionId, agencyId } = scene;
    const unit = addAgency(scene.world, "74.07.1", "Balai Layanan Wakatobi");
    ctx.db.update(agencies).set({ parentId: agencyId }).where(eq(agencies.id, unit)).run();
    declareAgencyConflict(scene.as(scene.juror), { editionId, agencyId: unit, kind: "post", reason });
    declareAgencyConflict(scene.as(scene.chair), { editionId, agencyId: unit, kind: "cooperation", reason });
    const asked = [scene.juror, scene.chair].map(({ userId }) => findConflict(ctx, { editionId, agencyId, proposalId, userId }));
    expect(asked).toEqual(["declared", null]);
    expect([scene.juror, scene.chair].map(({ userId }) => listBars(ctx, { editionId, userId }).agencyIds.sort())).toEqual([[unit, agencyId].sort(), [unit]]);
  });

  it("bars whoever took it over, however often", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { ctx } = scene.world;
    const { editionId, agencyId } = scene;
    const [first, second] = [addAgency(scene.world, "K-1", "Kementerian Pertama"), addAgency(scene.world, "K-2", "Kementerian Kedua")];
    const merge = (fromId: Id<"agency">, intoId: Id<"agency">) => ctx.db.insert(agencyMerges).values({ fromId, intoId, reason, mergedBy: scene.organiser.userId, mergedAt: 1 }).run();
    merge(first, second);
    merge(second, agencyId);
    declareAgencyConflict(scene.as(scene.juror), { editionId, agencyId: first, kind: "family", reason });
    expect(findConflict(ctx, { editionId, agencyId, proposalId, userId: scene.juror.userId })).toBe("declared");
    expect(heirsOf([{ fromId: first, intoId: second }, { fromId: second, intoId: first }], first)).toEqual([first, second]);
  });
});

describe("the bodies that run a competition", () => {
  it("are told from the organisation of a seat by their whole name", () => {
    const bodies = [{ name: "Kementerian PANRB" }];
    const said = ["Kementerian PANRB", "Deputi Pelayanan Publik, Kementerian PANRB", "kementerian panrb.", "Kementerian PANRBA", "Universitas Latihan", ""];
    expect(said.map((organisation) => isOfBody(organisation, bodies))).toEqual([true, true, true, false, false, false]);
  });

  it("have their entries judged by people from outside alone", () => {
    const bodies = { agencies: ["74.07"], entries: "ranked" as const };
    const scene = judgingScene({ organisingBodies: bodies });
    const proposalId = entry(scene);
    const { ctx } = scene.world;
    const other = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
    const inside = seated(scene, "Penyaring dalam", "screener");
    ctx.db.update(seats).set({ organisation: "Bagian Organisasi Pemerintah Kabupaten Wakatobi" }).where(eq(seats.userId, inside.userId)).run();
    const asked = [inside, scene.screener].map(({ userId }) => findConflict(ctx, { editionId: scene.editionId, agencyId: scene.agencyId, proposalId, userId }));
    expect(asked).toEqual(["detected", null]);
    const elsewhere = findConflict(ctx, { editionId: scene.editionId, agencyId: other.agencyId, proposalId, userId: inside.userId });
    expect(elsewhere).toBeNull();
    expect(conflictPairs(ctx, scene.editionId).has(pairKey(inside.userId, proposalId))).toBe(true);
  });

  it("are followed into whoever took them over: its people judge no entry of it, and keep to none of the old name either", () => {
    const scene = judgingScene({ organisingBodies: { agencies: ["74.09"], entries: "ranked" as const } });
    const proposalId = entry(scene);
    const { ctx } = scene.world;
    const gone = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
    const named = (organisation: string) => {
      const { userId } = seated(scene, `Penyaring ${organisation}`, "screener");
      ctx.db.update(seats).set({ organisation }).where(eq(seats.userId, userId)).run();
      return () => findConflict(ctx, { editionId: scene.editionId, agencyId: scene.agencyId, proposalId, userId });
    };
    const [former, present, outside] = [named("Pemerintah Kabupaten Buton"), named("Bagian Organisasi Pemerintah Kabupaten Wakatobi"), named("Universitas Latihan")];
    // Whoever sits for the entrant itself is tied to it in any case.
    expect([former(), present(), outside()]).toEqual([null, "detected", null]);
    const merged = { fromId: gone.agencyId, intoId: scene.agencyId, reason: "Perubahan nomenklatur", mergedBy: scene.organiser.userId, mergedAt: 0 };
    ctx.db.insert(agencyMerges).values(merged).run();
    expect([former(), present(), outside()]).toEqual(["detected", "detected", null]);
  });
});
