import type { FigureFilter } from "#app/features/proposals/figures/types.ts";
import { formatDate, formatPlainDay, formatShare, formatTime } from "#app/i18n/format.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";
import type { ControlRoom } from "#app/routes/organiser/control-room-of.server.ts";

export const panels = ["funnel", "days", "curve", "drafts", "people", "queues"] as const;
export type Panel = (typeof panels)[number];

type Cell = string | number | null;
/** `links` lead from a cell, by the key of its column. */
export type FigureRow = { key: string; cells: Cell[]; links?: Record<string, string> };
/** The same table on the page, in CSV and in XLSX. */
export type FigureTable = { columns: { key: string; label: string; numeric?: boolean; sortable?: boolean; tight?: boolean }[]; rows: FigureRow[] };

/** The table of a panel in the reader's language. */
export function tableOf(t: Translate, room: ControlRoom): FigureTable {
  const { data } = room;
  if (data.panel === "funnel") return funnelTable(t, room, data);
  if (data.panel === "days") return daysTable(t, data);
  if (data.panel === "curve") return curveTable(t, data);
  if (data.panel === "drafts") return draftsTable(t, room, data);
  if (data.panel === "people") return peopleTable(t, room, data);
  return queuesTable(t, room, data);
}

type Of<P extends Panel> = Extract<ControlRoom["data"], { panel: P }>;

const number = (key: string, label: string) => ({ key, label, numeric: true });

function funnelTable(t: Translate, room: ControlRoom, { by, funnel }: Of<"funnel">): FigureTable {
  const stands = ["atUnit", "atAgency", "submitted", "passed"] as const;
  return {
    columns: [{ key: "key", label: t(`controlRoom.byDimension.${by}`) }, ...stands.map((key) => number(key, t(`controlRoom.stands.${key}`)))],
    rows: funnel.clusters.map((row) => {
      const filter = row.key === "" ? room.filter : { ...room.filter, [by]: row.key };
      return {
        key: row.key,
        cells: [clusterName(t, room, { by, key: row.key }), ...stands.map((key) => row[key])],
        links: row.key === "" ? {} : linksTo(room.editionId, filter),
      };
    }),
  };
}

/** The lists behind the figures of a funnel, with the same filter. */
export function linksTo(editionId: string, { kind, group, category, province }: FigureFilter): Record<"atUnit" | "atAgency" | "submitted" | "passed", string> {
  const base = `/organiser/editions/${editionId}`;
  const address = (page: string, more: Record<string, string>): string => {
    const params = new URLSearchParams(Object.entries({ kind, group, category, province, ...more }).filter(([, value]) => value !== ""));
    return `${base}/${page}?${params.toString()}`;
  };
  return {
    atUnit: address("control-room/drafts", { status: "atUnit" }),
    atAgency: address("control-room/drafts", { status: "atAgency" }),
    submitted: address("entries", {}),
    passed: address("entries", { reach: "through" }),
  };
}

/** Kind, province, group or category in words. */
export function clusterName(t: Translate, { choices }: Pick<ControlRoom, "choices">, { by, key }: { by: string; key: string }): string {
  if (by === "kind") return key === "" ? "" : t(`agencies.kinds.${key}` as MessageKey);
  if (by === "province") return key === "" ? t("controlRoom.noProvince") : (choices.provinces.find(({ code }) => code === key)?.name ?? key);
  const named = (by === "group" ? choices.groups : choices.categories).find((one) => one.key === key);
  return named ? inLocale(t.locale, named.name) : key;
}

const steps = ["created", "handed", "submitted", "passed"] as const;

const daysTable = (t: Translate, { days }: Of<"days">): FigureTable => ({
  columns: [
    { key: "day", label: t("controlRoom.day") },
    ...steps.map((key) => number(`came-${key}`, t(`controlRoom.came.${key}`))),
    ...steps.map((key) => number(`total-${key}`, t(`controlRoom.total.${key}`))),
  ],
  rows: days.toReversed().map(({ day, came, total }) => ({ key: day, cells: [formatPlainDay(t.locale, day), ...steps.map((key) => came[key]), ...steps.map((key) => total[key])] })),
});

function curveTable(t: Translate, { curve }: Of<"curve">): FigureTable {
  const before = new Map(curve.earlier?.points.map(({ hours, total }) => [hours, total]));
  const own = new Map(curve.own.map(({ hours, total }) => [hours, total]));
  const latest = curve.own.at(-1)?.hours;
  const all = [...new Set([...own.keys(), ...before.keys()])].filter((hours) => hours >= -48 || hours % 24 === 0 || hours === latest).sort((a, b) => b - a);
  const earlier = curve.earlier ? [number("earlier", inLocale(t.locale, curve.earlier.name))] : [];
  return {
    columns: [number("hours", t("controlRoom.hours")), number("own", t("controlRoom.stands.submitted")), ...earlier],
    rows: all.map((hours) => ({ key: String(hours), cells: [Math.abs(hours), own.get(hours) ?? null, ...(curve.earlier ? [before.get(hours) ?? null] : [])] })),
  };
}

const draftsTable = (t: Translate, room: ControlRoom, { page }: Of<"drafts">): FigureTable => ({
  columns: [
    { key: "agency", label: t("controlRoom.agency"), sortable: true },
    { key: "unit", label: t("controlRoom.unit") },
    { key: "group", label: t("controlRoom.group") },
    { key: "status", label: t("controlRoom.status"), tight: true },
    { key: "risk", label: t("controlRoom.risk"), sortable: true },
    { key: "complete", label: t("controlRoom.complete"), numeric: true },
    number("over", t("controlRoom.over")),
    { key: "edited", label: t("controlRoom.edited"), sortable: true },
  ],
  rows: page.rows.map((row) => ({
    key: row.id,
    cells: [
      ...[row.agencyName, row.unit, clusterName(t, room, { by: "group", key: row.groupKey })],
      ...[t(`controlRoom.stands.${row.status}`), t(`controlRoom.risks.${row.risk}`), formatShare(t.locale, Math.floor(row.complete * 100) * 100), row.over],
      `${instant(t, row.updatedAt, room.zone)} (${row.untouched === 0 ? t("controlRoom.untouchedToday") : t("controlRoom.untouched", { days: row.untouched })})`,
    ],
  })),
});

const peopleTable = (t: Translate, room: ControlRoom, { page }: Of<"people">): FigureTable => ({
  columns: [
    { key: "name", label: t("controlRoom.name"), sortable: true },
    { key: "email", label: t("controlRoom.email") },
    { key: "role", label: t("controlRoom.role") },
    { key: "place", label: t("controlRoom.place"), sortable: true },
    { key: "since", label: t("controlRoom.since"), sortable: true },
    { key: "last", label: t("controlRoom.lastSignIn") },
    { key: "invited", label: t("controlRoom.invitedAt") },
  ],
  rows: page.rows.map((row) => ({
    key: `${row.userId} ${row.scope} ${row.role} ${row.place}`,
    cells: [
      ...[row.name, row.email, t((row.scope === "agency" ? `agencies.roles.${row.role}` : `competitions.roles.${row.role}`) as MessageKey), row.place],
      instant(t, row.since, room.zone),
      row.lastSignInAt === null ? t("controlRoom.never") : instant(t, row.lastSignInAt, room.zone),
      row.invitedAt === null ? null : instant(t, row.invitedAt, room.zone),
    ],
  })),
});

const queuesTable = (t: Translate, room: ControlRoom, { waiting }: Of<"queues">): FigureTable => ({
  columns: [{ key: "queue", label: t("controlRoom.queue") }, number("count", t("controlRoom.count")), { key: "oldest", label: t("controlRoom.oldest") }, { key: "age", label: t("controlRoom.age") }],
  rows: waiting.queues.map(({ key, n, oldest }) => ({
    key,
    cells: [t(`controlRoom.queueKeys.${key}`), n, oldest === null ? null : instant(t, oldest, room.zone), oldest === null ? null : ageOf(t, room.now - oldest)],
  })),
});

const instant = (t: Translate, at: number, zone: string): string => `${formatDate(t.locale, at, zone)}, ${formatTime(t.locale, at, zone)}`;

function ageOf(t: Translate, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return t("common.duration.days", { days: Math.floor(hours / 24), hours: hours % 24 });
  return hours > 0 ? t("common.duration.hours", { hours, minutes: minutes % 60 }) : t("common.duration.minutes", { minutes });
}
