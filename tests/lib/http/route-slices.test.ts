import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { sliceRoutes } from "#app/lib/http/route-slices.server.ts";

type Given = { id: string; path?: string; parentId?: string; index?: boolean };

const table: Given[] = [
  { id: "root" },
  { id: "public", parentId: "root" },
  { id: "home", parentId: "public", index: true },
  { id: "missing", parentId: "public", path: "*" },
  { id: "archive", parentId: "public", path: "archive" },
  { id: "organiser", parentId: "root" },
  { id: "edition", parentId: "organiser", path: "organiser/editions/:id" },
  { id: "overview", parentId: "edition", index: true },
  { id: "entries", parentId: "edition", path: "entries" },
  { id: "editor", parentId: "root", path: "proposals/:id/edit/:section?" },
];

const build = { routes: Object.fromEntries(table.map((one) => [one.id, one])), assets: { routes: Object.fromEntries(table.map((one) => [one.id, one])) } } as unknown as ServerBuild;

const idsFor = (path: string): string[] => Object.keys(sliceRoutes(build)(path).routes).sort();

const always = ["home", "missing", "public", "root"];

describe("the slice of the table of addresses for a path", () => {
  it("holds the routes of its first segment that are no deeper, their layouts, home and not found", () => {
    expect(idsFor("/organiser/editions/1/entries")).toEqual([...always, "edition", "entries", "organiser", "overview"].sort());
    expect(idsFor("/organiser/editions/1")).toEqual([...always, "edition", "organiser", "overview"].sort());
    expect(idsFor("/archive")).toEqual([...always, "archive"].sort());
  });

  it("is the same for a page and its data, whatever the letters' case", () => {
    expect(idsFor("/archive.data")).toEqual(idsFor("/archive"));
    expect(idsFor("/Archive")).toEqual(idsFor("/archive"));
    expect(idsFor("/_root.data")).toEqual(idsFor("/"));
  });

  it("counts a segment that may be left out as none", () => {
    expect(idsFor("/proposals/1/edit")).toContain("editor");
    expect(idsFor("/proposals/1/edit/name")).toContain("editor");
  });

  it("of an unknown or broken path holds home and not found alone", () => {
    expect(idsFor("/elsewhere/1")).toEqual(always);
    expect(idsFor("/%E0%A4%A")).toEqual(always);
  });

  it("is made once", () => {
    const slice = sliceRoutes(build);
    expect(slice("/archive")).toBe(slice("/archive"));
    expect(slice("/elsewhere")).toBe(slice("/nowhere"));
  });
});
