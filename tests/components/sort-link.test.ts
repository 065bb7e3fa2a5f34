import { describe, expect, it } from "vitest";
import { pageHref, pageRange, sortHref } from "#app/components/sort-link.ts";

describe("page numbers", () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])("for page %i of %i never hide a single number behind a gap", (page, pages, range) => {
    expect(pageRange(page, pages)).toEqual(range);
  });

  it("keep the other parameters, and the first page needs no number", () => {
    expect(pageHref("?q=air&page=3", 4)).toBe("?q=air&page=4");
    expect(pageHref("?q=air&page=3", 1)).toBe("?q=air");
  });
});

describe("a sorting link", () => {
  it("starts ascending, turns round on the same column and starts over at the first page", () => {
    expect(sortHref("?q=air&page=3", "title", undefined)).toBe("?q=air&sort=title&dir=asc");
    expect(sortHref("?sort=title&dir=asc", "title", { key: "title", dir: "asc" })).toBe("?sort=title&dir=desc");
    expect(sortHref("?sort=title&dir=desc", "title", { key: "title", dir: "desc" })).toBe("?sort=title&dir=asc");
    expect(sortHref("?sort=title&dir=asc", "mark", { key: "title", dir: "asc" })).toBe("?sort=mark&dir=asc");
  });
});
