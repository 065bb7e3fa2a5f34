import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { revocationInput } from "#app/features/certificates/inputs.ts";
import { revokeCertificate } from "#app/features/certificates/operations.server.ts";
import { mayRevokeCertificates } from "#app/features/certificates/policy.ts";
import { getCertificate, readClaim } from "#app/features/certificates/queries.server.ts";
import { requireStanding } from "#app/features/certificates/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "certificates.revoke.pageTitle");

/** The certificate of the address, if it is this edition's and the person may revoke it. */
function certificateOf(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const id = parseId("certificate", params.certificateId);
  const certificate = id && getCertificate(ctx, id);
  const isOfEdition = certificate && certificate.editionId === params.editionId;
  if (!isOfEdition || !mayRevokeCertificates(ctx.actor, certificate.editionId)) throw notFound("certificates.unknown");
  return certificate;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const certificate = certificateOf(ctx, params);
    requireStanding(certificate);
    const claim = readClaim(certificate);
    return {
      serial: certificate.serial,
      recipient: claim?.recipient.agency ?? "",
      innovation: claim?.innovation.title ?? "",
      award: claim ? inLocale(ctx.locale, claim.award.name) : "",
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { id, serial } = certificateOf(ctx, params);
    revokeCertificate(ctx, { certificateId: id, ...parseForm(form, revocationInput) });
    const text = translators[ctx.locale]("certificates.revoke.done", { serial });
    return redirectWithToast(`/organiser/editions/${params.editionId}/certificates`, text);
  });
}

export default function CertificateRevocation() {
  const t = useTranslate();
  const { editionId } = useParams();
  const { serial, recipient, innovation, award } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/organiser/editions/${editionId}/certificates`;
  return (
    <>
      <PageHeader
        title={t("certificates.revoke.title", { serial })}
        crumbs={[{ label: t("certificates.issue.title"), to: back }, { label: serial }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("certificates.revoke.lead")}
      />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: t("certificates.revoke.reason") }} />
        <Panel>
          <DescriptionList
            items={[
              { term: t("certificates.fields.recipient"), value: recipient },
              { term: t("certificates.fields.innovation"), value: innovation },
              { term: t("certificates.fields.award"), value: award },
            ]}
          />
        </Panel>
        <KeptForm method="post" id="revocation" keptNotice={t("common.restored")}>
          <Stack>
            <TextArea
              name="reason"
              label={t("certificates.revoke.reason")}
              hint={t("certificates.revoke.reasonHint")}
              need={t("common.required")}
              error={state?.errors.reason}
              defaultValue={typedText(state?.values, "reason")}
              maxLength={600}
              required
            />
            <ButtonRow>
              <SubmitButton variant="danger" busyWord={t("common.busy")}>
                {t("certificates.revoke.button")}
              </SubmitButton>
              <LinkButton to={back} variant="quiet">
                {t("common.cancel")}
              </LinkButton>
            </ButtonRow>
          </Stack>
        </KeptForm>
      </Stack>
    </>
  );
}
