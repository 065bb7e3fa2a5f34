import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listCells, listHeads } from "#app/features/ranking/components/list-csv.ts";
import { getListDocument } from "#app/features/ranking/tables/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { inLots, type Lots } from "#app/lib/http/table-response.server.ts";
import { parseId } from "#app/lib/ids.ts";

/** A list as a table, in whichever form it is saved: published ones for everybody with their listed rows, others for those who read lists. */
export function listTable(ctx: Ctx, id: string | undefined): { name: string; heads: string[]; lots: Lots } {
  const listId = parseId("list", id);
  if (!listId) throw notFound("ranking.listUnknown");
  const { list, rows } = getListDocument(ctx, listId);
  const { slug, definition, rehearsal } = getEdition(ctx, list.editionId);
  const t = translators[ctx.locale];
  const edition = { year: definition.year, rehearsal };
  const name = `${rehearsal ? "latihan-" : ""}${slug}-${list.listKey}-v${list.version}`;
  return { name, heads: listHeads(t, edition), lots: inLots(rows, (lot) => lot.map((row) => listCells(t, edition, row))) };
}
