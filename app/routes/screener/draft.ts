import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { saveFindings } from "#app/features/screening/claims/operations.server.ts";
import { checksOf, draftInput, noteOf } from "#app/features/screening/inputs.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond, respondForm } from "#app/respond.server.ts";
import { entryOf, entryPath } from "#app/routes/screener/entry-of.server.ts";

/** Findings are typed on the page of the entry. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(entryPath(entryOf(ctx, params))));
}

/** Keeps findings as they are typed; answers a script in JSON. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { proposal, checklist } = entryOf(ctx, params);
    const keys = checklist.map((item) => item.key);
    const { reason, reasonKeys, outcome: _outcome, ...typed } = parseForm(form, draftInput(keys));
    const findings = Object.fromEntries(checksOf(keys, typed).map(({ key, passed }) => [key, passed ? ("pass" as const) : ("fail" as const)]));
    const notes = Object.fromEntries(keys.map((key) => [key, noteOf((typed as Record<string, unknown>)[`note.${key}`])]));
    const savedAt = saveFindings(ctx, { proposalId: proposal.id, draft: { findings, notes, reasons: reasonKeys, reason } });
    return json({ ok: true, savedAt });
  });
}
