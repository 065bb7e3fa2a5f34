import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Panel } from "#app/components/panel.tsx";
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
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

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
  return (
    <ReasonPage
      id="revocation"
      words={{
        title: t("certificates.revoke.title", { serial }),
        lead: t("certificates.revoke.lead"),
        reason: t("certificates.revoke.reason"),
        hint: t("certificates.revoke.reasonHint"),
        submit: t("certificates.revoke.button"),
      }}
      back={{ to: `/organiser/editions/${editionId}/certificates`, label: t("certificates.issue.title") }}
      subject={serial}
      longest={600}
      danger
    >
      <Panel>
        <DescriptionList
          items={[
            { term: t("certificates.fields.recipient"), value: recipient },
            { term: t("certificates.fields.innovation"), value: innovation },
            { term: t("certificates.fields.award"), value: award },
          ]}
        />
      </Panel>
    </ReasonPage>
  );
}
