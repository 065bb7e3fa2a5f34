import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { saveMarks } from "#app/features/scoring/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { whileOnline } from "#app/routes/while-online.ts";
import { entryOf, sheetOf } from "#app/routes/assessor/sheet-of.server.ts";
import { SheetScreen } from "#app/routes/assessor/sheet-screen.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "scoring.sheet.title", data?.page.entry.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => sheetOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const { page, base } = sheetOf(ctx, params);
    saveMarks(ctx, entryOf(page, form));
    return redirectWithToast(base, translators[ctx.locale]("scoring.sheet.saved"));
  });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => whileOnline(serverAction);

/** A refused save shows what stands now beside what was typed. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function Sheet() {
  const { page, base } = useLoaderData<typeof loader>();
  return <SheetScreen page={page} base={base} />;
}
