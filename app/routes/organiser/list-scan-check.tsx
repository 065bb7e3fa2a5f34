import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileText } from "lucide-react";
import { GoLink } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { DigestPanel, scanAddress, ScanFacts, ScanReadings } from "#app/features/ranking/components/scan-panel.tsx";
import { SignerFields, signerLabels } from "#app/features/ranking/components/signer-fields.tsx";
import { OwnAbstention } from "#app/features/ranking/components/own-abstention.tsx";
import { countAbstained } from "#app/features/ranking/abstaining/queries.server.ts";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { scanCheckInput } from "#app/features/ranking/documents/inputs.ts";
import { checkMinutes } from "#app/features/ranking/documents/operations.server.ts";
import { getScanPage } from "#app/features/ranking/documents/queries.server.ts";
import { mayCheckMinutes } from "#app/features/ranking/policy.ts";
import { linesOf } from "#app/features/ranking/signers/inputs.ts";
import { getReadings, panelOf } from "#app/features/ranking/signers/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { ConfirmRow } from "#app/routes/confirm-row.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { listPath, seenOfAddress, standingOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const formId = "scan-check";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.scan.checkTitle");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award, current } = standingOfAddress(ctx, params);
    authorize(mayCheckMinutes(ctx.actor, edition.id));
    const { scan } = getScanPage(ctx, current.id);
    if (!scan) throw notFound("ranking.paperUnknown");
    if (!scan.mayCheck) throw new DomainError(scan.checkedAt === null ? "ranking.ownScan" : "ranking.scanChecked", { kind: "conflict" });
    return {
      ...{ name: inLocale(ctx.locale, award.name), listId: current.id, version: current.version, digest: current.digest },
      ...{ scan, zone: edition.definition.zone, back: listPath(params), abstained: countAbstained(ctx, current.id) },
      ...{ seats: panelOf(ctx, edition.id), readings: getReadings(ctx, { listId: current.id, scan }) },
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { current } = seenOfAddress(ctx, params, form);
    const { documentId: named, looked: _looked, ...table } = parseForm(form, scanCheckInput);
    const documentId = parseId("listDocument", named);
    if (!documentId) throw notFound("ranking.paperUnknown");
    const differing = checkMinutes(ctx, { listId: current.id, documentId, signers: linesOf(table) });
    // The reading is kept; that it is another one is said as a refusal, since nothing is signed.
    if (differing.length > 0) throw new DomainError("ranking.signersDiffer", { kind: "conflict", params: { names: [...namesOf(ctx, differing).values()].join(", ") } });
    return redirectWithToast(listPath(params), translators[ctx.locale]("ranking.scan.checkDone"));
  });
}

export default function ListScanCheck() {
  const t = useTranslate();
  const { name, version, digest, scan, readings, zone, back, abstained } = useLoaderData<typeof loader>();
  const title = t("ranking.scan.checkTitle");
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: name, to: back }, { label: title }]} crumbsLabel={t("common.crumbs")} meta={t("ranking.scan.checkLead")} />
      <div className="narrow">
        <Stack>
          <DigestPanel version={version} digest={digest} />
          <Panel title={t("ranking.scan.panel")}>
            <Stack>
              <ScanFacts scan={scan} zone={zone} />
              <ScanReadings readings={readings} zone={zone} />
              <p className="letter">{scan.minutes}</p>
              <GoLink to={scanAddress(scan.id)} icon={FileText} plain>
                {t("ranking.scan.open")}
              </GoLink>
            </Stack>
          </Panel>
          <OwnAbstention count={abstained} />
          <CheckForm />
        </Stack>
      </div>
    </>
  );
}

function CheckForm() {
  const t = useTranslate();
  const { name, listId, scan, seats, readings, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const labels = { looked: t("ranking.scan.looked"), ...signerLabels(seats) };
  return (
    <>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <KeptForm method="post" id={formId} keptNotice={t("common.restored")}>
        <input type="hidden" name="listId" value={listId} />
        <input type="hidden" name="documentId" value={scan.id} />
        <Stack>
          <SignerFields seats={seats} lines={(readings.against ?? readings.stated)?.lines ?? []} state={state} />
          <CheckboxGroup name="looked" label={labels.looked} need={t("common.required")} error={state?.errors.looked} options={[{ value: "yes", label: t("ranking.scan.lookedYes") }]} />
        </Stack>
      </KeptForm>
      <ConfirmRow form={formId} submit={t("ranking.scan.checkSubmit")} question={t("ranking.scan.checkConfirm", { list: name })} back={back}>
        {t("ranking.scan.checkConfirmBody")}
      </ConfirmRow>
    </>
  );
}
