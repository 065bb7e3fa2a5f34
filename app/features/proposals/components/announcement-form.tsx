import { SubmitRow } from "#app/components/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedList, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { type AnnouncementText, audienceKinds } from "#app/features/proposals/announcements/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";

type State = { message: string | null; errors: Record<string, string>; values: Record<string, string | string[]> };

type AnnouncementFormProps = {
  stored: AnnouncementText | null;
  choices: { kinds: string[]; provinces: { code: string; name: string }[] };
  state: State | undefined;
  owner: string | undefined;
  back: string;
};

const reaches = ["submitted", "failed", "passed", "finalist", "winner"] as const;

/** The words in both languages, whom they are for, and how they go out. Saved as a draft: nobody is told yet. */
export function AnnouncementForm({ stored, choices, state, owner, back }: AnnouncementFormProps) {
  const t = useTranslate();
  const errors = state?.errors ?? {};
  const text = (name: string, kept: string | undefined): string => typedText(state?.values, name, kept ?? "");
  const labels = Object.fromEntries(["titleId", "titleEn", "bodyId", "bodyEn"].map((key) => [key, t(`communications.announcements.${key}` as MessageKey)]));
  const field = (name: string, kept: string | undefined) => ({ name, label: labels[name] ?? name, error: errors[name] ?? null, defaultValue: text(name, kept), required: true, need: t("common.required") });
  const ticked = (name: string, kept: boolean): boolean => (state ? state.values[name] === "yes" : kept);
  return (
    <KeptForm id="announcement" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={errors} labels={labels} />
      <TextInput {...field("titleId", stored?.title.id)} />
      <TextArea {...field("bodyId", stored?.body.id)} rows={7} hint={t("communications.announcements.bodyHint")} />
      <TextInput {...field("titleEn", stored?.title.en)} lang="en" />
      <TextArea {...field("bodyEn", stored?.body.en)} rows={7} lang="en" />
      <RadioGroup
        name="to"
        label={t("communications.announcements.to")}
        error={errors.to}
        defaultValue={text("to", stored?.audience.to ?? "admins")}
        options={audienceKinds.map((value) => ({ value, label: t(`communications.announcements.audiences.${value}`), note: t(`communications.announcements.audienceNotes.${value}`) }))}
      />
      <details>
        <summary>{t("communications.announcements.narrow")}</summary>
        <div className="stack stack--medium">
          <CheckboxGroup
            name="kinds"
            label={t("communications.announcements.kinds")}
            hint={t("communications.announcements.narrowHint")}
            inline
            defaultValue={typedList(state?.values, "kinds", stored?.audience.kinds ?? [])}
            options={choices.kinds.map((value) => ({ value, label: t(`agencies.kinds.${value}` as MessageKey) }))}
          />
          <CheckboxGroup
            name="reaches"
            label={t("communications.announcements.reaches")}
            hint={t("communications.announcements.reachesHint")}
            inline
            defaultValue={typedList(state?.values, "reaches", stored?.audience.reaches ?? [])}
            options={reaches.map((value) => ({ value, label: t(`proposals.reaches.${value}`) }))}
          />
          <CheckboxGroup
            name="provinces"
            label={t("communications.announcements.provinces")}
            inline
            dense
            defaultValue={typedList(state?.values, "provinces", stored?.audience.provinces ?? [])}
            options={choices.provinces.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
      </details>
      <Checkbox name="published" label={t("communications.announcements.published")} note={t("communications.announcements.publishedNote")} defaultChecked={ticked("published", stored?.published ?? false)} />
      <Checkbox name="byMail" label={t("communications.announcements.byMail")} note={t("communications.announcements.byMailNote")} defaultChecked={ticked("byMail", stored?.byMail ?? true)} />
      <SubmitRow variant="primary" submit={t("communications.announcements.saveDraft")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
    </KeptForm>
  );
}
