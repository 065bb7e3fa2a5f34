import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { removeRule } from "#app/features/competitions/editing/items/operations.server.ts";
import { itemsOf } from "#app/features/competitions/editing/items/rules.ts";
import { nameOf } from "#app/features/competitions/editing/places/rules.ts";
import { ruleInput } from "#app/features/competitions/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { type FormState, redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { listAddress, placeOfForm } from "#app/routes/organiser/rules-acts.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(editionPath(organisedEdition(ctx, params), "rules/edit")));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const edition = organisedEdition(ctx, params);
    const { key, ...at } = parseForm(form, ruleInput);
    const place = placeOfForm(at);
    const item = itemsOf(edition.definition, place).find((one) => nameOf(one) === key);
    removeRule(ctx, { editionId: edition.id, place, key });
    const name = (item?.name ?? item?.label ?? item?.reason ?? { id: key, en: key }) as { id: string; en: string };
    return redirectWithToast(listAddress(edition, place), translators[ctx.locale]("editor.list.removed", { name }));
  });
}

/** Why it stays, and the way back. */
export default function RulesRemoval() {
  const t = useTranslate();
  const state = useActionData<FormState>();
  const values = state?.values ?? {};
  const part = values.collection === "criteria" ? `rubrics/${String(values.sheet)}` : String(values.collection ?? "");
  return (
    <div className="narrow">
      <PageHeader title={t("editor.removal.title")} />
      <Stack>
        <Notice tone="warn">{state?.message}</Notice>
        <div>
          <LinkButton to={`../rules/edit/${part}`}>{t("editor.removal.back")}</LinkButton>
        </div>
      </Stack>
    </div>
  );
}
