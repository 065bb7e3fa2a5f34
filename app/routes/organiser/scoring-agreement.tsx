import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { agreementInput, readAgreement } from "#app/features/scoring/agreement/inputs.ts";
import { recordAgreement } from "#app/features/scoring/agreement/operations.server.ts";
import { AgreementForm } from "#app/features/scoring/components/agreement-form.tsx";
import { getAgreementPage } from "#app/features/scoring/divergence/queries.server.ts";
import { mayRecordAgreement } from "#app/features/scoring/policy.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { deskOf } from "#app/routes/organiser/desk-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.agreement.title");

function placeOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"], request: Request) {
  const { edition, stage } = deskOf(ctx, params, request);
  const proposalId = parseId("proposal", params.proposalId);
  if (!proposalId || !mayRecordAgreement(ctx.actor, edition.id)) throw notFound("scoring.agreementUnknown");
  const where = { editionId: edition.id, stage: stage.key, proposalId };
  return { where, edition, page: getAgreementPage(ctx, where), back: `/organiser/editions/${edition.id}/scoring/entries?stage=${encodeURIComponent(stage.key)}` };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, page, back } = placeOf(ctx, params, request);
    return { page, back, editionId: edition.id, today: dayOfInstant(edition.definition.zone, ctx.now) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { where, page, back } = placeOf(ctx, params, request);
    recordAgreement(ctx, { ...where, ...readAgreement(page, parseForm(form, agreementInput(page))) });
    return redirectWithToast(back, translators[ctx.locale]("scoring.agreement.done", { number: page.entry.number }));
  });
}

export default function ScoringAgreement() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { page, back, editionId, today } = useLoaderData<typeof loader>();
  const { entry, standing } = page;
  return (
    <div className="narrow">
      <PageHeader
        title={t("scoring.agreement.title")}
        meta={`${entry.number} ${entry.title}`}
        lead={t("scoring.agreement.lead")}
        crumbs={[{ to: back, label: t("scoring.entries.title") }, { label: entry.number }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        {standing && (
          <Notice
            tone="info"
            title={t("scoring.agreement.stands", { mark: formatMark(t.locale, standing.value) })}
            actions={
              <LinkButton to={`/organiser/editions/${editionId}/agreements/${standing.id}/withdrawal?entry=${entry.proposalId}`} dense>
                {t("scoring.agreement.withdraw")}
              </LinkButton>
            }
          >
            <p>{standing.reason}</p>
          </Notice>
        )}
        <AgreementForm page={page} today={today} state={state} owner={root?.person?.email ?? ""} back={back} />
      </Stack>
    </div>
  );
}
