import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { issuanceInput } from "#app/features/certificates/inputs.ts";
import { issueCertificates } from "#app/features/certificates/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { checkSeen } from "#app/features/ranking/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/organiser/editions/${params.editionId}/certificates`);

/** Issues the certificates of one list, named by its key. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !mayReadLists(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
    const { list: listKey, listId: seen } = parseForm(form, issuanceInput);
    const current = findCurrentList(ctx, { editionId, listKey });
    if (!current) throw notFound("ranking.listUnknown");
    checkSeen(seen, current.id);
    const { issued } = issueCertificates(ctx, { listId: current.id });
    const name = inLocale(ctx.locale, listOf(getEdition(ctx, editionId).definition, listKey).name);
    const text = translators[ctx.locale]("certificates.issue.issuedToast", { count: issued, list: name });
    return redirectWithToast(`/organiser/editions/${editionId}/certificates`, text);
  });
}
