import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Stack } from "#app/components/panel.tsx";
import { VerdictView } from "#app/features/certificates/components/verdict-view.tsx";
import { VerifyForm } from "#app/features/certificates/components/verify-form.tsx";
import { verifyCertificate } from "#app/features/certificates/queries.server.ts";
import type { Verdict } from "#app/features/certificates/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches, params }) => pageTitle(matches, "certificates.verify.title", params.code);

/** The address in the QR of a certificate. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const verdict: Verdict = verifyCertificate(ctx, (params.code ?? "").slice(0, 80));
    return data({ verdict }, { status: verdict.state === "unknown" ? 404 : 200 });
  });
}

export default function VerifyCode() {
  const t = useTranslate();
  const { verdict } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("certificates.verify.title")}
        crumbs={[
          { label: t("common.nav.home"), to: "/" },
          { label: t("certificates.verify.title"), to: "/verify" },
          { label: serialOf(verdict) },
        ]}
        crumbsLabel={t("common.crumbs")}
      />
      <Columns shape="narrow-wide">
        <Stack>
          <h2 className="vh">{t("certificates.verify.again")}</h2>
          <VerifyForm typed={serialOf(verdict)} wide />
        </Stack>
        <Stack>
          <VerdictView verdict={verdict} />
        </Stack>
      </Columns>
    </>
  );
}

function serialOf(verdict: Verdict): string {
  if (verdict.state === "unknown") return verdict.typed;
  return verdict.state === "altered" ? verdict.serial : verdict.claim.serial;
}
