import type { OverviewFilter } from "#app/features/proposals/overview/inputs.ts";
import type { Proposal, ProposalStatus } from "#app/features/proposals/types.ts";

type Row = Pick<Proposal, "title" | "unit" | "status" | "reach" | "number" | "updatedAt" | "createdBy">;

/** Whether a proposal is of the reader's unit: begun by the reader, or by somebody of a unit of the same name. */
export const isOfOwnUnit = (row: Pick<Row, "unit" | "createdBy">, reader: { userId: string; unit: string }): boolean =>
  row.createdBy === reader.userId || (reader.unit.trim() !== "" && plainName(row.unit) === plainName(reader.unit));

const plainName = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, " ");

const way: ProposalStatus[] = ["atUnit", "atAgency", "submitted", "withdrawn"];

/** The rows a filter leaves, in the order it asks for; equal ones by the last change. */
export function pickRows<T extends Row>(rows: readonly T[], filter: Omit<OverviewFilter, "unit">): T[] {
  const words = filter.search.toLowerCase();
  const turn = filter.dir === "asc" ? 1 : -1;
  return rows
    .filter((row) => filter.position === null || row.status === filter.position)
    .filter((row) => words === "" || `${row.title} ${row.unit}`.toLowerCase().includes(words))
    .toSorted((a, b) => turn * compareBy(filter.sort, a, b) || b.updatedAt - a.updatedAt);
}

function compareBy(sort: OverviewFilter["sort"], a: Row, b: Row): number {
  if (sort === "title") return a.title.localeCompare(b.title, "id");
  if (sort === "position") return way.indexOf(a.status) - way.indexOf(b.status);
  if (sort === "number") return (a.number ?? Infinity) === (b.number ?? Infinity) ? 0 : (a.number ?? Infinity) - (b.number ?? Infinity);
  return a.updatedAt - b.updatedAt;
}

/** From this long before the close an unsubmitted draft is at risk: 7 days, in ms. */
export const riskBefore = 7 * 24 * 3_600_000;

/** Drafts that were never submitted while the close is near, those furthest from it first: at the unit, then at the admin's desk. */
export function draftsAtRisk<T extends Row>(rows: readonly T[], window: { open: boolean; closesAt: number | null; now: number }): T[] {
  const { open, closesAt, now } = window;
  if (!open || closesAt === null || closesAt - now > riskBefore) return [];
  return rows
    .filter(({ status, reach }) => reach === "draft" && (status === "atUnit" || status === "atAgency"))
    .toSorted((a, b) => way.indexOf(a.status) - way.indexOf(b.status) || a.updatedAt - b.updatedAt);
}

/** How much of a quota is left; null = no limit. Never below none, whatever an older rule let through. */
export const quotaLeft = ({ used, limit }: { used: number; limit: number | null }): number | null => (limit === null ? null : Math.max(0, limit - used));

/** Rows of an edition on one page of an agency's list. */
export const proposalsPerPage = 25;
