import { Form } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { typedText } from "#app/components/field.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { localOfInstant } from "#app/lib/zones.ts";

type ExtensionFormProps = {
  stage: { key: string; closesAt: number | null };
  zone: string;
  /** Where it is sent; the page itself when left out. */
  action?: string;
  state?: { errors: Record<string, string>; values: Record<string, string | string[]> };
};

/** A later end of one stage and the reason, which the public reads. */
export function ExtensionForm({ stage, zone, action, state }: ExtensionFormProps) {
  const t = useTranslate();
  const before = stage.closesAt === null ? "" : localOfInstant(zone, stage.closesAt);
  return (
    <Form method="post" action={action} noValidate>
      <Stack>
        <DateTimeInput
          name="closesAt"
          label={t("competitions.rules.stages.newEnd")}
          hint={t("competitions.rules.stages.note", { zone: zoneName(zone) })}
          zone={zoneName(zone)}
          error={state?.errors.closesAt}
          defaultValue={typedText(state?.values, "closesAt", before)}
          required
        />
        <TextArea
          name="reason"
          label={t("competitions.rules.stages.reason")}
          hint={t("competitions.rules.stages.reasonHint")}
          rows={3}
          maxLength={600}
          error={state?.errors.reason}
          defaultValue={typedText(state?.values, "reason")}
          required
        />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("competitions.rules.stages.extend")}
          </SubmitButton>
        </div>
      </Stack>
    </Form>
  );
}
