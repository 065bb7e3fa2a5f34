import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { resultsInput } from "#app/features/showcase/inputs.ts";
import { getEditionPage, getHomePage, getResultsPage } from "#app/features/showcase/queries.server.ts";
import { importArchive } from "#app/features/archive/operations.server.ts";
import { computeList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { editions } from "#db/schema/competitions.ts";
import { rankingRows } from "#db/schema/ranking.ts";
import { afterWindow, decree, makeFinal } from "#tests/features/certificates/scene.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { makeProvisional, makeRanked, makeScene, minutes } from "#tests/features/ranking/scene.ts";
import { countStatements, makeWorld } from "#tests/support/world.ts";

const everything = resultsInput.parse({});
const slug = "kipp-2026";

describe("results", () => {
  it("hold nothing of a list before it is provisional, only when its stage begins", () => {
    const scene = makeRanked();
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    for (const step of [() => undefined, () => signMinutes(scene.as(scene.chair), { listId, ...minutes })]) {
      step();
      const page = getResultsPage(scene.as(null), slug, everything);
      expect([page.lists, page.shown]).toEqual([[], null]);
      expect(page.waiting.map((list) => list.key)).toEqual(["top2", "top1"]);
    }
  });

  it("show a provisional list with the end of its window, and listed rows only", () => {
    const { as, listId } = makeProvisional();
    const { shown, lists, waiting } = getResultsPage(as(null), slug, everything);
    expect(lists.map((list) => list.key)).toEqual(["top2"]);
    expect(waiting.map((list) => list.key)).toEqual(["top1"]);
    expect(shown?.list).toMatchObject({ id: listId, status: "provisional", objectionsOpen: true, decreeNumber: null, size: 2, listed: 2 });
    expect(shown?.rows).toEqual(
      [
        { rank: 1, number: "2026-0001", title: "Inovasi 1 (data latihan)", agencyName: "Kabupaten Satu", score: 9_000 },
        { rank: 2, number: "2026-0002", title: "Inovasi 2 (data latihan)", agencyName: "Kabupaten Dua", score: 8_000 },
      ].map((row) => ({
        ...row,
        unit: "Dinas Kesehatan",
        kind: "kabupaten",
        province: "74",
        category: { id: "Pelayanan", en: "Pelayanan (en)" },
      })),
    );
    expect(shown?.composition).toEqual({
      lines: [{ kind: "kabupaten", agencies: 2, innovations: 2 }],
      total: { agencies: 2, innovations: 2 },
    });
  });

  it("close for objections at the very instant, and become final with their decree", () => {
    const provisional = makeProvisional();
    const open = (now: number) => getResultsPage(provisional.as(null, now), slug, everything).shown?.list.objectionsOpen;
    const closesAt = getResultsPage(provisional.as(null), slug, everything).shown?.list.objectionsCloseAt ?? 0;
    expect([open(closesAt - 1), open(closesAt)]).toEqual([true, false]);
    const final = makeFinal();
    expect(getResultsPage(final.as(null, afterWindow), slug, everything).shown?.list).toMatchObject({ status: "final", objectionsOpen: false, ...decree });
  });

  it("filter, sort and page the shown rows while statistics stay those of the whole list", () => {
    const { as } = makeProvisional();
    const page = (input: object) => getResultsPage(as(null), slug, resultsInput.parse(input)).shown;
    expect(page({ q: "satu" })?.rows.map((row) => row.rank)).toEqual([1]);
    expect(page({ q: "satu" })?.composition.total.innovations).toBe(2);
    expect(page({ sort: "agency" })?.rows.map((row) => row.rank)).toEqual([2, 1]);
    expect(page({ sort: "rank", dir: "desc" })?.rows.map((row) => row.rank)).toEqual([2, 1]);
    expect(page({ kind: "kota" })?.matching).toBe(0);
    expect(page({ page: 2 })?.rows).toEqual([]);
    expect(page({ sort: "x", dir: "y", page: "-1", kind: "desa" })?.rows.length).toBe(2);
  });

  it("cost the same number of statements for one row and for three", () => {
    const count = (listed: number): number => {
      const scene = makeProvisional();
      const { db } = scene.world.ctx;
      db.$client.exec("drop trigger ranking_rows_published_no_rewrite");
      scene.entries.forEach((id, index) => db.update(rankingRows).set({ listed: index < listed }).where(eq(rankingRows.proposalId, id)).run());
      return countStatements(scene.world.ctx, () => getResultsPage(scene.as(null), slug, everything));
    };
    expect(count(3)).toBe(count(1));
  });

  it("of a draft edition do not exist for the public", () => {
    const scene = makeProvisional();
    scene.world.ctx.db.update(editions).set({ status: "draft" }).where(eq(editions.id, scene.editionId)).run();
    expect(refusalOf(() => getResultsPage(scene.as(null), slug, everything))).toBe("competitions.editionUnknown");
    expect(refusalOf(() => getEditionPage(scene.as(null), slug))).toBe("competitions.editionUnknown");
    expect(refusalOf(() => getEditionPage(scene.as(null), "tidak-ada"))).toBe("competitions.editionUnknown");
    expect(refusalOf(() => getEditionPage(scene.as(scene.organiser), slug))).toBe("done");
  });
});

describe("the front page", () => {
  it("is calm when no edition was ever opened", () => {
    expect(getHomePage(makeWorld().as(null))).toEqual({ edition: null, published: [], others: [], figures: [], winners: [] });
  });

  it("shows a real edition before a rehearsal and an open one before a closed one", () => {
    const scene = makeScene();
    const { ctx } = scene.world;
    const [row] = ctx.db.select().from(editions).all();
    const add = (name: string, change: object) => ctx.db.insert(editions).values({ ...row!, id: ctx.newId("edition"), slug: name, ...change }).run();
    const shown = () => getHomePage(scene.as(null)).edition?.slug;
    expect(shown()).toBe(slug);
    add("selesai", { rehearsal: false, status: "closed" });
    expect(shown()).toBe(slug);
    add("nyata", { rehearsal: false });
    expect(shown()).toBe("nyata");
    add("draf", { rehearsal: false, status: "draft", openedAt: null });
    expect(shown()).toBe("nyata");
  });

  it("tells figures of KIPP by year and some winners of 2019 from the archive", () => {
    const world = makeWorld();
    const figure = { competition: "kipp", measure: "registered", text: "3156", source: "https://menpan.go.id/x" };
    const record = { competition: "kipp", title: "A", agencyName: "B", agencyCode: null, unit: "", province: "", source: "https://a.id", note: "" };
    importArchive(
      world.ctx,
      [{ ...record, year: 2019, tier: "Top 45" }, { ...record, year: 2018, tier: "Top 40" }],
      [{ ...figure, year: 2019, value: 3_156 }, { ...figure, year: 2018, value: 1, measure: "winners" }, { ...figure, competition: "sp4n", year: 2020, value: 2 }],
    );
    const { figures, winners } = getHomePage(world.as(null));
    expect(figures.map((one) => [one.year, one.value])).toEqual([[2019, 3_156]]);
    expect(winners.map((one) => [one.year, one.tier])).toEqual([[2019, "Top 45"]]);
  });
});
