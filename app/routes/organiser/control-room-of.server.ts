import type { Params } from "@remix-run/react";
import { type AbsentPage, listAbsent } from "#app/features/proposals/figures/people/queries.server.ts";
import { type DraftPage, listDraftLots, listDrafts } from "#app/features/proposals/figures/drafts/queries.server.ts";
import { absentFilterInput, clusterInput, draftFilterInput, earlierInput, figureFilterInput } from "#app/features/proposals/figures/inputs.ts";
import { mayRemind } from "#app/features/proposals/figures/policy.ts";
import { type FigureChoices, getCurve, getDays, getFunnel, listChoices, watchedEdition } from "#app/features/proposals/figures/queries.server.ts";
import type { FigureFilter } from "#app/features/proposals/figures/types.ts";
import { getWaiting } from "#app/features/screening/waiting/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { type Id, parseId } from "#app/lib/ids.ts";
import { type FigureRow, type Panel, panels } from "#app/routes/organiser/control-room-table.ts";

type Asked = { ctx: Ctx; editionId: Id<"edition">; search: URLSearchParams; filter: FigureFilter; exported: boolean };

/** A file holds every row that its page leafs through. */
const whole = { size: Number.POSITIVE_INFINITY };

/** A file reads its drafts a lot at a time, and not here. */
const noRows: DraftPage = { rows: [], total: 0, page: 1, pages: 1, pageSize: 0 };

/** What one panel shows, with what was asked of it. */
const readers = {
  funnel: ({ ctx, editionId, search, filter }: Asked) => {
    const { by } = parseForm(search, clusterInput);
    return { panel: "funnel" as const, by, funnel: getFunnel(ctx, editionId, { by, filter }) };
  },
  days: ({ ctx, editionId, filter }: Asked) => ({ panel: "days" as const, days: getDays(ctx, editionId, filter) }),
  curve: ({ ctx, editionId, search, filter }: Asked) => {
    const { earlier } = parseForm(search, earlierInput);
    return { panel: "curve" as const, chosen: earlier, curve: getCurve(ctx, editionId, { filter, earlierId: earlier }) };
  },
  drafts: ({ ctx, editionId, search, filter, exported }: Asked) => {
    const list = parseForm(search, draftFilterInput);
    const page: DraftPage = exported ? noRows : listDrafts(ctx, editionId, { filter, list });
    return { panel: "drafts" as const, list, page };
  },
  people: ({ ctx, editionId, search, filter, exported }: Asked) => {
    const list = parseForm(search, absentFilterInput);
    const page: AbsentPage = listAbsent(ctx, editionId, { filter, list: exported ? { ...list, page: 1 } : list, ...(exported ? whole : {}) });
    return { panel: "people" as const, list, page };
  },
  queues: ({ ctx, editionId }: Asked) => ({ panel: "queues" as const, waiting: getWaiting(ctx, editionId) }),
} satisfies Record<Panel, (asked: Asked) => unknown>;

export type PanelData = ReturnType<(typeof readers)[Panel]>;

export type ControlRoom = {
  editionId: Id<"edition">;
  zone: string;
  now: number;
  filter: FigureFilter;
  choices: FigureChoices;
  mayRemind: boolean;
  data: PanelData;
};

/** A panel of the control room as its address asks for it; 404 for whoever may not watch, and for an unknown panel. */
export function controlRoomOf(ctx: Ctx, params: Params, { search, panelName, exported }: { search: URLSearchParams; panelName: string; exported: boolean }) {
  const editionId = parseId("edition", params.editionId);
  const panel = panels.find((one) => one === panelName);
  if (!editionId || !panel) throw notFound("competitions.editionUnknown");
  const edition = watchedEdition(ctx, editionId);
  const filter = parseForm(search, figureFilterInput);
  const room: ControlRoom = {
    ...{ editionId, zone: edition.definition.zone, now: ctx.now, filter },
    choices: listChoices(ctx, edition),
    mayRemind: mayRemind(ctx.actor, editionId),
    data: readers[panel]({ ctx, editionId, search, filter, exported }),
  };
  return { room, edition };
}

/** Rows of a panel's file, a lot at a time: what its page shows, and all that its page leafs through. */
export function* exportedLots(ctx: Ctx, { data, filter, editionId }: ControlRoom, rowsOf: (data: PanelData) => FigureRow[]): Generator<FigureRow[]> {
  if (data.panel === "drafts") {
    for (const rows of listDraftLots(ctx, editionId, { filter, list: data.list })) yield rowsOf({ ...data, page: { ...data.page, rows } });
  } else if (data.panel === "people") {
    for (const rows of slices(data.page.rows)) yield rowsOf({ ...data, page: { ...data.page, rows } });
  } else yield rowsOf(data);
}

function* slices<T>(rows: readonly T[], size = 200): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
