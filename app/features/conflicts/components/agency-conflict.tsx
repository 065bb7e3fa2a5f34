import { SubmitButton } from "#app/components/button.tsx";
import { ComboBox } from "#app/components/combo-box.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import type { DeclaredConflict } from "#app/features/conflicts/queries.server.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type AgencyConflictProps = {
  /** The registry, by code. */
  agencies: readonly { code: string; name: string }[];
  declared: readonly DeclaredConflict[];
  zone: string;
  state: { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
  owner: string;
};

/** Where a judge says of which agency he may judge nothing, and sees what he has said. */
export function AgencyConflict({ agencies, declared, zone, state, owner }: AgencyConflictProps) {
  const t = useTranslate();
  const labels = { agencyCode: t("conflicts.agency.agency"), reason: t("conflicts.agency.reason") };
  return (
    <Panel title={t("conflicts.agency.title")} id="conflicts">
      <Stack>
        <p className="soft">{t("conflicts.agency.lead")}</p>
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
          <TextArea
            name="reason"
            rows={3}
            required
            need={t("common.required")}
            label={labels.reason}
            hint={t("conflicts.agency.reasonHint")}
            error={state?.errors.reason}
            defaultValue={typedText(state?.values, "reason")}
          />
          <div>
            <SubmitButton busyWord={t("common.busy")}>{t("conflicts.agency.submit")}</SubmitButton>
          </div>
        </KeptForm>
        {declared.length > 0 && <Declared declared={declared} zone={zone} />}
      </Stack>
    </Panel>
  );
}

function Declared({ declared, zone }: Pick<AgencyConflictProps, "declared" | "zone">) {
  const t = useTranslate();
  return (
    <section>
      <h3>{t("conflicts.agency.declared")}</h3>
      <RecordList
        records={declared.map(({ id, agencyName, reason, declaredAt }) => ({
          key: id,
          title: agencyName,
          sub: t("conflicts.agency.declaredOn", { date: formatDate(t.locale, declaredAt, zone), reason }),
        }))}
      />
    </section>
  );
}
