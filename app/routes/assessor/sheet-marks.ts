import type { ActionFunctionArgs } from "@remix-run/node";
import type { StoredSheet } from "#app/features/scoring/components/use-sheet-saving.ts";
import { saveMarks } from "#app/features/scoring/operations.server.ts";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { publicCtx, type SignedInCtx } from "#app/request.server.ts";
import { messageOf, respondForm } from "#app/respond.server.ts";
import { entryOf, sheetOf } from "#app/routes/assessor/sheet-of.server.ts";

/** The marks of a sheet as its page saves them by itself: answered as data, and saved for nobody but who gave them. */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const ctx = await publicCtx(request, context);
  const answer = await respondForm(ctx, request, (form) => {
    if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
    if (form.get("owner") !== ctx.actor.email) throw new DomainError("proposals.otherPerson", { kind: "signInRequired" });
    form.delete("owner");
    const { page } = sheetOf(ctx as SignedInCtx, params);
    const entry = entryOf(page, form);
    try {
      const { revision, savedAt } = saveMarks(ctx, entry);
      return Response.json({ ok: true, revision, savedAt }, { headers: notKept });
    } catch (error) {
      if (error instanceof DomainError && staleCodes.includes(error.code)) return collision(ctx, page);
      throw error;
    }
  });
  return answer instanceof Response ? answer : Response.json(answer.data, { status: answer.init?.status ?? 422, headers: notKept });
}

const staleCodes = ["scoring.stale", "scoring.staleSince"];

/** Another window saved meanwhile: both are shown, and the assessor chooses. */
function collision(ctx: Ctx, { sheet, criteria, zone }: SheetPage): Response {
  const time = { at: sheet.savedAt ?? ctx.now, zone };
  const message = messageOf(ctx, new DomainError("scoring.staleSince", { kind: "conflict", params: { time } }));
  const stored: StoredSheet = {
    ...{ revision: sheet.revision, note: sheet.note, privateNote: sheet.privateNote },
    marks: Object.fromEntries(criteria.map(({ key, mark }) => [key, mark])),
    notes: Object.fromEntries(criteria.map(({ key, note }) => [key, note])),
  };
  return Response.json({ ok: false, message, stored }, { status: 409, headers: notKept });
}

const notKept = { "Cache-Control": "private, no-store" };
