import { SubmitButton } from "#app/components/button.tsx";
import { ComboBox } from "#app/components/combo-box.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { ReasonField } from "#app/features/conflicts/components/reason-field.tsx";
import { DeclaredConflicts } from "#app/features/conflicts/components/declared-conflicts.tsx";
import { HomeRegion } from "#app/features/conflicts/components/home-region.tsx";
import type { DeclaredConflict } from "#app/features/conflicts/queries.server.ts";
import { declaredKinds } from "#app/features/conflicts/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type State = { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;

type AgencyConflictProps = {
  /** The registry, by code. */
  agencies: readonly { code: string; name: string }[];
  /** Provinces to choose from; null where the edition does not ask. */
  regions: readonly { code: string; name: string }[] | null;
  declared: readonly DeclaredConflict[];
  zone: string;
  state: State;
  owner: string;
  /** Where the province is sent. */
  regionAction: string;
};

/** Where a judge says of which agency he may judge nothing and where he comes from, and sees what he has said. */
export function AgencyConflict({ agencies, regions, declared, zone, state, owner, regionAction }: AgencyConflictProps) {
  const t = useTranslate();
  return (
    <Panel title={t("conflicts.agency.title")} id="conflicts">
      <Stack>
        <p className="soft">{t("conflicts.agency.lead")}</p>
        <ConflictForm agencies={agencies} state={state} owner={owner} />
        {regions && <HomeRegion regions={regions} action={regionAction} />}
        {declared.length > 0 && <DeclaredConflicts declared={declared} zone={zone} />}
      </Stack>
    </Panel>
  );
}

function ConflictForm({ agencies, state, owner }: Pick<AgencyConflictProps, "agencies" | "state" | "owner">) {
  const t = useTranslate();
  const labels = {
    agencyCode: t("conflicts.agency.agency"),
    kind: t("conflicts.agency.kind"),
    endedOn: t("conflicts.agency.endedOn"),
    reason: t("conflicts.agency.reason"),
  };
  return (
    <KeptForm id="agency-conflict" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <ComboBox
        name="agencyCode"
        required
        need={t("common.required")}
        label={labels.agencyCode}
        emptyLabel={t("conflicts.agency.choose")}
        words={{ open: t("conflicts.agency.openList"), none: t("conflicts.agency.noMatch") }}
        error={state?.errors.agencyCode}
        defaultValue={typedText(state?.values, "agencyCode")}
        options={agencies.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="kind"
        label={labels.kind}
        error={state?.errors.kind}
        defaultValue={typedText(state?.values, "kind", "post")}
        options={declaredKinds.map((kind) => ({ value: kind, label: t(`conflicts.kinds.${kind}`) }))}
      />
      <TextInput
        name="endedOn"
        type="date"
        label={labels.endedOn}
        hint={t("conflicts.agency.endedOnHint")}
        error={state?.errors.endedOn}
        defaultValue={typedText(state?.values, "endedOn")}
      />
      <ReasonField label={labels.reason} hint={t("conflicts.agency.reasonHint")} state={state} />
      <div>
        <SubmitButton busyWord={t("common.busy")}>{t("conflicts.agency.submit")}</SubmitButton>
      </div>
    </KeptForm>
  );
}
