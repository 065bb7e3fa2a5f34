import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { ScanForm } from "#app/features/ranking/components/scan-form.tsx";
import { DigestPanel } from "#app/features/ranking/components/scan-panel.tsx";
import { scanInput } from "#app/features/ranking/documents/inputs.ts";
import { attachMinutes } from "#app/features/ranking/documents/operations.server.ts";
import { checkScannable } from "#app/features/ranking/documents/rules.ts";
import { mayAttachMinutes } from "#app/features/ranking/policy.ts";
import { linesOf } from "#app/features/ranking/signers/inputs.ts";
import { panelOf } from "#app/features/ranking/signers/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { authorize } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { discardReceived, receiveForm, requireReceived } from "#app/lib/uploads/receive-form.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { listPath, seenOfAddress, standingOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.scan.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award, current } = standingOfAddress(ctx, params);
    authorize(mayAttachMinutes(ctx.actor, edition.id));
    checkScannable(current);
    const { zone } = edition.definition;
    return {
      ...{ name: inLocale(ctx.locale, award.name), listId: current.id, version: current.version, digest: current.digest, zone },
      seats: panelOf(ctx, edition.id),
      ...{ computedOn: dayOfInstant(zone, current.computedAt), today: dayOfInstant(zone, ctx.now), back: listPath(params) },
    };
  });
}

const besideFields = { "ranking.digestDiffers": "digest", "ranking.sessionDay": "signedOn" };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async (form) => {
    const { current } = seenOfAddress(ctx, params, form);
    const { signer, presence, reason, ...said } = parseForm(form, scanInput);
    const file = requireReceived(received.files, "file");
    await attachMinutes(ctx, { ...said, listId: current.id, file, signers: linesOf({ signer, presence, reason }) }).catch((error: unknown) =>
      besideField(form, besideFields, () => {
        throw error;
      }),
    );
    return redirectWithToast(listPath(params), translators[ctx.locale]("ranking.scan.done"));
  }).finally(() => discardReceived(received));
}

export default function ListScan() {
  const t = useTranslate();
  const { name, version, digest, ...view } = useLoaderData<typeof loader>();
  const state = useFormState();
  const title = t("ranking.scan.title");
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: name, to: view.back }, { label: title }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("ranking.scan.lead")}
        actions={
          <LinkButton to={`/downloads/minutes/${view.listId}.pdf`} plain>
            {t("ranking.list.minutesPdf")}
          </LinkButton>
        }
      />
      <div className="narrow">
        <Stack>
          <DigestPanel version={version} digest={digest} />
          <ScanForm {...view} state={state} />
        </Stack>
      </div>
    </>
  );
}
