export type Sort = { key: string; dir: "asc" | "desc" };

/** The address that sorts by a column: the same column turns round, another starts ascending; the page starts over. */
export function sortHref(search: string, key: string, now: Sort | undefined): string {
  const params = new URLSearchParams(search);
  params.set("sort", key);
  params.set("dir", now?.key === key && now.dir === "asc" ? "desc" : "asc");
  params.delete("page");
  return `?${params.toString()}`;
}

/** The address of a page of the same list. The first page needs no number. */
export function pageHref(search: string, page: number, param = "page"): string {
  const params = new URLSearchParams(search);
  if (page <= 1) params.delete(param);
  else params.set(param, String(page));
  return `?${params.toString()}`;
}

/**
 * The page numbers to show, `null` for a gap: always the first and the last, the current and its neighbours, and never a gap
 * that hides a single number.
 */
export function pageRange(page: number, pages: number): (number | null)[] {
  const shown = new Set([1, pages, page - 1, page, page + 1].filter((one) => one >= 1 && one <= pages));
  const range: (number | null)[] = [];
  let last = 0;
  for (const one of [...shown].sort((a, b) => a - b)) {
    if (one - last === 2) range.push(one - 1);
    else if (one - last > 2) range.push(null);
    range.push(one);
    last = one;
  }
  return range;
}
