import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GoLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Stack } from "#app/components/panel.tsx";
import { VerdictView } from "#app/features/certificates/components/verdict-view.tsx";
import { VerifyForm } from "#app/features/certificates/components/verify-form.tsx";
import { verifySearch } from "#app/features/certificates/inputs.ts";
import { verifyCertificate } from "#app/features/certificates/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "certificates.verify.title");

/** A known certificate has an address of its own, the one in its QR; everything else is answered here. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const { code } = parseForm(new URL(request.url).searchParams, verifySearch);
    if (code === "") return { typed: "", verdict: null };
    const verdict = verifyCertificate(ctx, code);
    if ("code" in verdict) throw redirect(`/verify/${verdict.code}`);
    return data({ typed: code, verdict }, { status: verdict.state === "unknown" ? 404 : 200 });
  });
}

export default function Verify() {
  const t = useTranslate();
  const { typed, verdict } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("certificates.verify.title")}
        crumbs={[{ label: t("common.nav.home"), to: "/" }, { label: t("certificates.verify.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("certificates.verify.lead")}
      />
      <Columns shape="narrow-wide">
        <Stack>
          <VerifyForm key={typed} typed={typed} wide />
          <p>
            <GoLink to="/verify/receipts">{t("flow.proof.link")}</GoLink>
          </p>
        </Stack>
        <Stack>{verdict && <VerdictView verdict={verdict} />}</Stack>
      </Columns>
    </>
  );
}
