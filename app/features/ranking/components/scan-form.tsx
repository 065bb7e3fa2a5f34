import { SubmitRow } from "#app/components/button.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText, type TypedValues } from "#app/components/field.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Stack } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { SignerFields, signerLabels, type SignerSeat } from "#app/features/ranking/components/signer-fields.tsx";
import { minutesSignatures } from "#app/features/ranking/documents/types.ts";
import { paperMost } from "#app/features/ranking/documents/rules.ts";
import { formatBytes, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type State = { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
type ScanFormProps = { listId: string; seats: readonly SignerSeat[]; zone: string; computedOn: string; today: string; back: string; state: State };

/** Minutes signed on paper: the scan, how and when they were signed, and the digest that stands on them. */
export function ScanForm({ listId, seats, zone, computedOn, today, back, state }: ScanFormProps) {
  const t = useTranslate();
  const labels = {
    file: t("ranking.scan.file"),
    signature: t("ranking.scan.signature"),
    signedOn: t("ranking.scan.signedOn"),
    digest: t("ranking.scan.digest"),
    minutesNumber: t("ranking.sign.number"),
    minutes: t("ranking.sign.text"),
  };
  const common = (name: keyof typeof labels) => ({ name, label: labels[name], need: t("common.required"), error: state?.errors[name], required: true });
  return (
    <KeptForm method="post" id="scan" encType="multipart/form-data" keptNotice={t("common.restored")}>
      <input type="hidden" name="listId" value={listId} />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ ...labels, ...signerLabels(seats) }} />
        <PaperInput label={labels.file} hint={t("ranking.scan.fileHint", { limit: formatBytes(t.locale, paperMost) })} error={state?.errors.file} isNeeded />
        <RadioGroup
          {...common("signature")}
          defaultValue={typedText(state?.values, "signature")}
          options={minutesSignatures.map((value) => ({ value, label: t(`ranking.scan.signatures.${value}`) }))}
        />
        <DateTimeInput kind="date" {...common("signedOn")} hint={t("ranking.scan.signedOnHint", { zone: zoneName(zone) })} defaultValue={typedText(state?.values, "signedOn", today)} min={computedOn} max={today} />
        <TextInput {...common("digest")} hint={t("ranking.scan.digestHint")} defaultValue={typedText(state?.values, "digest")} maxLength={120} autoComplete="off" />
        <SignerFields seats={seats} state={state} />
        <TextInput {...common("minutesNumber")} defaultValue={typedText(state?.values, "minutesNumber")} maxLength={120} />
        <TextArea {...common("minutes")} hint={t("ranking.sign.textHint")} defaultValue={typedText(state?.values, "minutes")} rows={8} />
        <SubmitRow variant="primary" submit={t("ranking.scan.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Stack>
    </KeptForm>
  );
}

type PaperInputProps = { label: string; hint: string; error: string | undefined; isNeeded: boolean };

/** The one PDF of a paper of a list. */
export function PaperInput({ label, hint, error, isNeeded }: PaperInputProps) {
  const t = useTranslate();
  return (
    <FileInput
      name="file"
      label={label}
      hint={hint}
      accept=".pdf,application/pdf"
      maxBytes={paperMost}
      error={error}
      {...(isNeeded ? { need: t("common.required"), required: true } : {})}
      words={{ choose: t("ranking.scan.choose"), chosen: ({ name, size }) => `${name}, ${formatBytes(t.locale, size)}` }}
    />
  );
}
