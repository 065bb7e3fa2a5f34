import type { ActionFunctionArgs } from "@remix-run/node";
import { notePresence } from "#app/features/proposals/drafting/operations.server.ts";
import { presenceInput } from "#app/features/proposals/drafting/inputs.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";

/** Said by an open page of the editor every 20 seconds; answers who else has the draft open, and where. */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const ctx = await publicCtx(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const { section } = parseForm(form, presenceInput);
    const others = notePresence(ctx, { proposalId: proposalIdOf(params), section });
    return Response.json({ others }, { headers: { "Cache-Control": "private, no-store" } });
  });
}
