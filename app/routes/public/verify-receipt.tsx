import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { receiptSearch } from "#app/features/proposals/versions/inputs.ts";
import { findReceiptProof, type ReceiptProof } from "#app/features/proposals/versions/queries.server.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "flow.proof.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const typed = receiptSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const asked = typed.number !== "" || typed.sha256 !== "";
    const proof = asked ? (findReceiptProof(ctx, typed) ?? null) : null;
    return data({ typed, asked, proof }, { status: asked && !proof ? 404 : 200 });
  });
}

/** Whoever holds a receipt finds out whether it was issued here, and learns nothing else. */
export default function VerifyReceipt() {
  const t = useTranslate();
  const { typed, asked, proof } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("flow.proof.title")}
        crumbs={[{ label: t("common.nav.home"), to: "/" }, { label: t("certificates.verify.title"), to: "/verify" }, { label: t("flow.proof.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("flow.proof.lead")}
      />
      <Columns shape="even">
        <Form method="get" className="stack stack--medium">
          <TextInput name="number" label={t("flow.proof.number")} hint={t("flow.proof.numberHint")} defaultValue={typed.number} maxLength={40} required autoComplete="off" />
          <TextInput name="sha256" label={t("flow.proof.sha256")} hint={t("flow.proof.sha256Hint")} defaultValue={typed.sha256} maxLength={200} required autoComplete="off" spellCheck={false} />
          <div>
            <Button variant="primary">{t("flow.proof.submit")}</Button>
          </div>
        </Form>
        <Stack>
          {proof && <Proof proof={proof} />}
          {asked && !proof && (
            <Notice tone="stop" role="status" title={t("flow.proof.unknown")}>
              <p>{t("flow.proof.unknownText")}</p>
            </Notice>
          )}
        </Stack>
      </Columns>
    </>
  );
}

function Proof({ proof }: { proof: ReceiptProof }) {
  const t = useTranslate();
  return (
    <>
      <Notice tone="ok" role="status" title={t("flow.proof.valid")}>
        <p>{t("flow.proof.validText")}</p>
      </Notice>
      <Panel title={t("proposals.receipt.heading", { number: proof.number })} aside={proof.rehearsal ? <RehearsalData>{t("common.rehearsalData")}</RehearsalData> : undefined}>
        <DescriptionList
          items={[
            { term: t("proposals.receipt.facts.edition"), value: inLocale(t.locale, proof.edition) },
            { term: t("proposals.receipt.facts.version"), value: formatNumber(t.locale, proof.version) },
            { term: t("proposals.receipt.facts.received"), value: formatInstant(t.locale, proof.receivedAt, proof.zone) },
          ]}
        />
      </Panel>
    </>
  );
}
