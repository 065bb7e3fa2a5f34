import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askForExamination } from "#app/features/audit/examination/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { auditedEdition } from "#app/routes/organiser/audit-of.server.ts";
import { editionPath } from "#app/routes/organiser/edition-of.server.ts";

/** Somebody came by the address: the button stands on the page of the log. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(editionPath(auditedEdition(ctx, params), "audit")));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = auditedEdition(ctx, params);
    askForExamination(ctx);
    return redirectWithToast(editionPath(edition, "audit"), translators[ctx.locale]("audit.examination.waiting"));
  });
}

/** A screen, though an empty one: a refusal then comes as a page and not as bare data. */
export default function AuditExamination() {
  return null;
}
