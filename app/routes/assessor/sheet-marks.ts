import type { ActionFunctionArgs } from "@remix-run/node";
import { saveMarks } from "#app/features/scoring/operations.server.ts";
import { DomainError } from "#app/lib/errors.ts";
import { publicCtx, type SignedInCtx } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { entryOf, sheetOf } from "#app/routes/assessor/sheet-of.server.ts";

/** The marks of a sheet as its page saves them by itself: answered as data, and saved for nobody but who gave them. */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const ctx = await publicCtx(request, context);
  const answer = await respondForm(ctx, request, (form) => {
    if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
    if (form.get("owner") !== ctx.actor.email) throw new DomainError("proposals.otherPerson", { kind: "signInRequired" });
    form.delete("owner");
    const { page } = sheetOf(ctx as SignedInCtx, params);
    const { revision, savedAt } = saveMarks(ctx, entryOf(page, form));
    return Response.json({ ok: true, revision, savedAt }, { headers: notKept });
  });
  return answer instanceof Response ? answer : Response.json(answer.data, { status: answer.init?.status ?? 422, headers: notKept });
}

const notKept = { "Cache-Control": "private, no-store" };
