import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { lockSheet } from "#app/features/scoring/operations.server.ts";
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
  return respondForm(ctx, request, (form) => {
    const { page, base } = sheetOf(ctx, params);
    lockSheet(ctx, entryOf(page, form));
    return redirectWithToast(base, translators[ctx.locale]("scoring.sheet.locked"));
  });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => whileOnline(serverAction);

export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean =>
  actionStatus === 409 || defaultShouldRevalidate;

/** The same page as the sheet's: a lock that was refused keeps everything that was typed. */
export default function SheetLock() {
  const { page, base } = useLoaderData<typeof loader>();
  return <SheetScreen page={page} base={base} />;
}
