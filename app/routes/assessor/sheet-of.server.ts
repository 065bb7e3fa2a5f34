import type { LoaderFunctionArgs } from "@remix-run/node";
import { readSheet, sheetInput } from "#app/features/scoring/inputs.ts";
import { getSheetPage, type SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import type { SheetEntry } from "#app/features/scoring/types.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import type { SignedInCtx } from "#app/request.server.ts";

/** The sheet of the address for its holder; for anybody else, or in another edition, it does not exist. */
export function sheetOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]): { page: SheetPage; base: string } {
  const assignmentId = parseId("assignment", params.assignmentId);
  if (!assignmentId) throw notFound("scoring.unknown");
  const page = getSheetPage(ctx, assignmentId);
  if (page.editionId !== params.editionId) throw notFound("scoring.unknown");
  return { page, base: `/assessor/${page.editionId}/sheets/${assignmentId}` };
}

/** What was typed on a sheet; faults come back beside their field. */
export function entryOf(page: SheetPage, form: FormData): SheetEntry {
  return { assignmentId: page.assignmentId, ...readSheet(page, parseForm(form, sheetInput(page))) };
}
