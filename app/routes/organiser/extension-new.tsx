import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Button, ButtonRow, LinkButton, SubmitRow } from "#app/components/button.tsx";
import { ComboBox } from "#app/components/combo-box.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Select } from "#app/components/select.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { findAgency, listAgencies } from "#app/features/agencies/queries.server.ts";
import { calledProposal } from "#app/features/proposals/components/called-proposal.ts";
import { extensionGrantInput } from "#app/features/proposals/extensions/inputs.ts";
import { grantExtension } from "#app/features/proposals/extensions/operations.server.ts";
import { listExtendable, windowFor } from "#app/features/proposals/extensions/queries.server.ts";
import { latestExtension } from "#app/features/proposals/extensions/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput, notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { instantOfLocal, localOfInstant } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.extensions.grant");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const agencyId = parseId("agency", new URL(request.url).searchParams.get("agency") ?? undefined);
    const agency = agencyId ? findAgency(ctx, agencyId) : undefined;
    const { zone } = edition.definition;
    const chosen = agency && {
      ...{ id: agency.id, name: agency.name },
      proposals: listExtendable(ctx, { editionId: edition.id, agencyId: agency.id }),
      closesAt: windowFor(ctx, edition, { agencyId: agency.id, proposalId: null }).closesAt,
    };
    const agencies = chosen ? [] : listAgencies(ctx, { standing: true, limit: 2_000, offset: 0 }).map(({ id, name }) => ({ value: id, label: name }));
    return { back: editionPath(edition, "extensions"), zone, agencies, chosen: chosen ?? null, latest: latestExtension(edition.definition) };
  });
}

/** Refusals that are about the new end stand beside it. */
const beside = { "proposals.extensionNotLater": "closesAt", "proposals.extensionTooLong": "closesAt", "proposals.notExtendable": "scope" };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: editionId, definition } = organisedEdition(ctx, params);
    const { closesAt: typed, scope, reason, ...input } = parseForm(form, extensionGrantInput);
    const closesAt = instantOfLocal(definition.zone, typed.slice(0, 16));
    if (closesAt === null) throw new InvalidInput([{ path: "closesAt", code: "notADate", params: {} }]);
    const agencyId = parseId("agency", input.agencyId);
    const proposalId = scope === "agency" ? null : parseId("proposal", scope);
    if (!agencyId || (scope !== "agency" && !proposalId)) throw notFound("agencies.unknown");
    besideField(form, beside, () => grantExtension(ctx, { editionId, agencyId, proposalId, closesAt, reason }));
    const done = translators[ctx.locale]("communications.extensions.done", { time: formatDeadline(ctx.locale, closesAt, definition.zone) });
    return redirectWithToast(editionPath({ id: editionId }, "extensions"), done);
  });
}

export default function ExtensionNew() {
  const t = useTranslate();
  const { back, chosen } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader
        title={t("communications.extensions.grant")}
        crumbs={[{ label: t("communications.extensions.title"), to: back }, { label: t("communications.extensions.grant") }]}
        crumbsLabel={t("common.crumbs")}
        meta={chosen?.name}
        lead={t(chosen ? "communications.extensions.grantLead" : "communications.extensions.chooseLead")}
      />
      {chosen ? <Grant /> : <ChooseAgency />}
    </div>
  );
}

/** First whose time it is; works by address alone. */
function ChooseAgency() {
  const t = useTranslate();
  const { agencies, back } = useLoaderData<typeof loader>();
  return (
    <Form method="get" className="stack stack--medium">
      <ComboBox
        name="agency"
        label={t("communications.extensions.agency")}
        options={agencies}
        emptyLabel={t("communications.extensions.chooseAgency")}
        words={{ open: t("communications.extensions.openList"), none: t("communications.extensions.noAgency") }}
        required
        need={t("common.required")}
      />
      <ButtonRow>
        <Button variant="primary">{t("communications.extensions.goOn")}</Button>
        <LinkButton to={back} variant="quiet">
          {t("common.cancel")}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

function Grant() {
  const t = useTranslate();
  const { chosen, back, zone, latest } = useLoaderData<typeof loader>();
  const state = useFormState();
  const root = useRoot();
  if (!chosen) return null;
  const time = (at: number | null): string => (at === null ? t("common.none") : formatDeadline(t.locale, at, zone));
  const all = { value: "agency", label: t("communications.extensions.whole", { time: time(chosen.closesAt) }) };
  const own = chosen.proposals.map(({ id, closesAt, ...one }) => ({
    value: id,
    label: t("communications.extensions.one", { title: calledProposal(t, one, zone), time: time(closesAt) }),
  }));
  const labels = { scope: t("communications.extensions.scope"), closesAt: t("communications.extensions.newEnd"), reason: t("communications.extensions.reason") };
  const limit = latest === null ? "" : ` ${t("communications.extensions.latest", { time: time(latest) })}`;
  return (
    <KeptForm id="extension" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <input type="hidden" name="agencyId" value={chosen.id} />
      <Select name="scope" label={labels.scope} options={[all, ...own]} error={state?.errors.scope} defaultValue={typedText(state?.values, "scope", "agency")} />
      <DateTimeInput
        name="closesAt"
        label={labels.closesAt}
        hint={`${t("communications.extensions.endHint", { zone: zoneName(zone) })}${limit}`}
        zone={zoneName(zone)}
        error={state?.errors.closesAt}
        defaultValue={typedText(state?.values, "closesAt", chosen.closesAt === null ? "" : localOfInstant(zone, chosen.closesAt))}
        required
        need={t("common.required")}
      />
      <TextArea
        name="reason"
        rows={4}
        label={labels.reason}
        hint={t("communications.extensions.reasonHint")}
        error={state?.errors.reason}
        defaultValue={typedText(state?.values, "reason")}
        required
        need={t("common.required")}
      />
      <SubmitRow variant="primary" submit={t("communications.extensions.grant")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
    </KeptForm>
  );
}
