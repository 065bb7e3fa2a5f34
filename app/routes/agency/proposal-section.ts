import type { ActionFunctionArgs } from "@remix-run/node";
import { identitySection } from "#app/features/proposals/form/rules.ts";
import { DomainError } from "#app/lib/errors.ts";
import { publicCtx } from "#app/request.server.ts";
import { respondForm } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { progressOf, saveSection } from "#app/routes/agency/section-of.server.ts";

/**
 * A section of a draft as its page saves it by itself. Answers as data, so that a session that ended is said (401) instead of
 * led away from the text; `owner` is the address of whoever typed it, and nobody else's session saves it.
 */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const ctx = await publicCtx(request, context);
  const answer = await respondForm(ctx, request, (form) => {
    if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
    if (form.get("owner") !== ctx.actor.email) throw new DomainError("proposals.otherPerson", { kind: "signInRequired" });
    form.delete("owner");
    const place = { proposalId: proposalIdOf(params), section: params.section ?? identitySection };
    const saved = saveSection(ctx, place, form);
    return Response.json({ ...saved, progress: progressOf(ctx, place) }, { status: saved.ok ? 200 : 409, headers: notKept });
  });
  return answer instanceof Response ? answer : Response.json(answer.data, { status: answer.init?.status ?? 422, headers: notKept });
}

const notKept = { "Cache-Control": "private, no-store" };
