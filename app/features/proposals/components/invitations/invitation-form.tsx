import { Form } from "@remix-run/react";
import { ButtonRow, Button, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ComboBox } from "#app/components/combo-box.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Select } from "#app/components/select.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type SentForm = { message: string | null; errors: Record<string, string>; values: Record<string, string | string[]> };

/** First step: whom to invite. Sent by GET, so that the awards of the agency come with the page. */
export function AgencyChoice({ agencies }: { agencies: readonly { value: string; label: string }[] }) {
  const t = useTranslate();
  return (
    <Form method="get" className="stack stack--medium">
      <ComboBox
        name="agency"
        label={t("proposals.invitations.agency")}
        hint={t("proposals.invitations.agencyHint")}
        options={agencies}
        emptyLabel={t("proposals.invitations.agencyEmpty")}
        words={{ open: t("proposals.invitations.agencyEmpty"), none: t("proposals.invitations.noMatch") }}
      />
      <div>
        <Button>{t("proposals.invitations.choose")}</Button>
      </div>
    </Form>
  );
}

type InvitationFormProps = {
  agency: { id: string; name: string };
  groups: readonly { key: string; name: Words }[];
  awards: readonly { id: string; words: string }[];
  state: SentForm | undefined;
  owner?: string;
  /** The page without an agency chosen. */
  back: string;
};

/** Second step: into which group, and on what award. */
export function InvitationForm({ agency, groups, awards, state, owner, back }: InvitationFormProps) {
  const t = useTranslate();
  const labels = {
    groupKey: t("proposals.invitations.group"),
    awardId: t("proposals.invitations.award"),
    reference: t("proposals.invitations.reference"),
    note: t("proposals.invitations.note"),
  };
  return (
    <KeptForm id={`invitation-${agency.id}`} method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <p>
        <b>{agency.name}</b>
      </p>
      <input type="hidden" name="agencyId" value={agency.id} />
      <Select
        name="groupKey"
        label={labels.groupKey}
        error={state?.errors.groupKey}
        defaultValue={typedText(state?.values, "groupKey", groups[0]?.key)}
        options={groups.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }))}
      />
      {awards.length > 0 && (
        <Select
          name="awardId"
          label={labels.awardId}
          hint={t("proposals.invitations.awardHint")}
          error={state?.errors.awardId}
          defaultValue={typedText(state?.values, "awardId", awards[0]?.id)}
          options={[...awards.map(({ id, words }) => ({ value: id, label: words })), { value: "", label: t("proposals.invitations.awardNone") }]}
        />
      )}
      <TextInput
        name="reference"
        label={labels.reference}
        hint={t("proposals.invitations.referenceHint")}
        maxLength={300}
        error={state?.errors.reference}
        defaultValue={typedText(state?.values, "reference")}
      />
      <TextArea name="note" label={labels.note} need={t("common.optional")} rows={3} error={state?.errors.note} defaultValue={typedText(state?.values, "note")} />
      <ButtonRow>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("proposals.invitations.submit")}
        </SubmitButton>
        <LinkButton to={back} variant="quiet">
          {t("proposals.invitations.other")}
        </LinkButton>
      </ButtonRow>
    </KeptForm>
  );
}
