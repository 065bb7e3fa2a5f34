import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { applyImport } from "#app/features/competitions/people/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { importOf } from "#app/routes/organiser/people-scope.server.ts";

/** Somebody came by the address: the button stands on the preview. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { scope, found } = importOf(ctx, params);
    return redirect(`${scope.base}/imports/${found.id}`);
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const { scope, found } = importOf(ctx, params);
    await applyImport(ctx, { importId: found.id });
    return redirectWithToast(`${scope.base}/imports/${found.id}`, translators[ctx.locale]("people.applied"));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function PeopleImportApplication() {
  return null;
}
