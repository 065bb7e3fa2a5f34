import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileText } from "lucide-react";
import { GoLink, SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { scanAddress, ScanReadings } from "#app/features/ranking/components/scan-panel.tsx";
import { SignerFields, signerLabels } from "#app/features/ranking/components/signer-fields.tsx";
import { restatingInput } from "#app/features/ranking/documents/inputs.ts";
import { restateSigners } from "#app/features/ranking/documents/operations.server.ts";
import { getScanPage } from "#app/features/ranking/documents/queries.server.ts";
import { linesOf } from "#app/features/ranking/signers/inputs.ts";
import { getReadings, panelOf } from "#app/features/ranking/signers/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { listPath, seenOfAddress, standingOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.signers.restate");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award, current } = standingOfAddress(ctx, params);
    const { scan } = getScanPage(ctx, current.id);
    if (!scan?.mayRestate) throw notFound("ranking.paperUnknown");
    return {
      ...{ name: inLocale(ctx.locale, award.name), listId: current.id, scanId: scan.id, zone: edition.definition.zone, back: listPath(params) },
      ...{ seats: panelOf(ctx, edition.id), readings: getReadings(ctx, { listId: current.id, scan }) },
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { current } = seenOfAddress(ctx, params, form);
    const { documentId: named, ...table } = parseForm(form, restatingInput);
    const documentId = parseId("listDocument", named);
    if (!documentId) throw notFound("ranking.paperUnknown");
    restateSigners(ctx, { listId: current.id, documentId, signers: linesOf(table) });
    return redirectWithToast(listPath(params), translators[ctx.locale]("ranking.signers.restated"));
  });
}

export default function ListScanSigners() {
  const t = useTranslate();
  const { name, listId, scanId, zone, seats, readings, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const title = t("ranking.signers.restate");
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: name, to: back }, { label: title }]} crumbsLabel={t("common.crumbs")} meta={t("ranking.signers.restateLead")} />
      <div className="narrow">
        <Stack>
          <Panel title={t("ranking.scan.panel")}>
            <Stack>
              <ScanReadings readings={readings} zone={zone} />
              <GoLink to={scanAddress(scanId)} icon={FileText} plain>
                {t("ranking.scan.open")}
              </GoLink>
            </Stack>
          </Panel>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={signerLabels(seats)} />
          <KeptForm method="post" id="scan-signers" keptNotice={t("common.restored")}>
            <input type="hidden" name="listId" value={listId} />
            <input type="hidden" name="documentId" value={scanId} />
            <Stack>
              <SignerFields seats={seats} lines={readings.stated?.lines ?? []} state={state} />
              <SubmitRow variant="primary" submit={t("ranking.signers.restateSubmit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
            </Stack>
          </KeptForm>
        </Stack>
      </div>
    </>
  );
}
