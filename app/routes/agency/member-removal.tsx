import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { removeMember } from "#app/features/agencies/operations.server.ts";
import { listMembers } from "#app/features/agencies/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

/** Somebody came by the address: the button stands beside the person. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect(`/agencies/${params.agencyId}/members`);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    const member = agencyId && listMembers(ctx, agencyId).find(({ userId }) => userId === params.userId);
    if (!agencyId || !member) throw notFound("agencies.memberUnknown");
    removeMember(ctx, { agencyId, userId: member.userId });
    const done = translators[ctx.locale]("agencies.members.removed", { name: member.name });
    return redirectWithToast(`/agencies/${agencyId}/members`, done);
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function MemberRemoval() {
  return null;
}
