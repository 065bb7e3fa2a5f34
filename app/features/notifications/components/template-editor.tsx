import { useState } from "react";
import { Button, ButtonRow, SubmitButton } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { meaningOf } from "#app/features/notifications/components/template-samples.ts";
import { fillWords } from "#app/features/notifications/rules.ts";
import type { TemplatePage } from "#app/features/notifications/templates/queries.server.ts";
import type { LetterWords, Params } from "#app/features/notifications/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type State = { message: string | null; errors: Record<string, string>; values: Record<string, string | string[]> };
type EditorProps = { page: TemplatePage; samples: Params; state: State | undefined; person: string; testAction: string };

/** The words of one letter, what they become as one types, and what can be filled in. */
export function TemplateEditor({ page, samples, state, person, testAction }: EditorProps) {
  const [words, setWords] = useState<LetterWords>({
    subject: typedText(state?.values, "subject", page.words.subject),
    body: typedText(state?.values, "body", page.words.body),
  });
  return (
    <Columns>
      <Stack>
        <WordsForm words={words} onChange={setWords} state={state} person={person} testAction={testAction} locale={page.locale} />
        <Places page={page} samples={samples} />
      </Stack>
      <Preview words={words} samples={samples} locale={page.locale} />
    </Columns>
  );
}

type WordsFormProps = Pick<EditorProps, "state" | "person" | "testAction"> & {
  words: LetterWords;
  onChange: (words: LetterWords) => void;
  locale: "id" | "en";
};

function WordsForm({ words, onChange, state, person, testAction, locale }: WordsFormProps) {
  const t = useTranslate();
  const labels = { subject: t("communications.templates.subject"), body: t("communications.templates.body") };
  return (
    <KeptForm id="template" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={person}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <TextInput
        name="subject"
        label={labels.subject}
        error={state?.errors.subject}
        defaultValue={words.subject}
        onInput={(event) => onChange({ ...words, subject: event.currentTarget.value })}
        lang={locale}
        required
        need={t("common.required")}
      />
      <TextArea
        name="body"
        rows={14}
        label={labels.body}
        hint={t("communications.templates.bodyHint")}
        error={state?.errors.body}
        defaultValue={words.body}
        onInput={(event) => onChange({ ...words, body: event.currentTarget.value })}
        lang={locale}
        required
        need={t("common.required")}
      />
      <ButtonRow>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("communications.templates.save")}
        </SubmitButton>
        <Button formAction={testAction} formMethod="post" type="submit">
          {t("communications.templates.test")}
        </Button>
      </ButtonRow>
      <p className="soft small">{t("communications.templates.testNote", { email: person })}</p>
    </KeptForm>
  );
}

function Preview({ words, samples, locale }: { words: LetterWords; samples: Params; locale: "id" | "en" }) {
  const t = useTranslate();
  return (
    <Panel title={t("communications.templates.preview")}>
      <div lang={locale}>
        <h3>{fillWords(words.subject, samples, locale)}</h3>
        <p className="letter">{fillWords(words.body, samples, locale)}</p>
      </div>
      <p className="faint small">{t("communications.templates.previewNote")}</p>
    </Panel>
  );
}

function Places({ page, samples }: Pick<EditorProps, "page" | "samples">) {
  const t = useTranslate();
  const title = t("communications.templates.places");
  return (
    <Panel title={title} flush>
      <DataTable
        bare
        caption={title}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={page.places}
        rowKey={({ name }) => name}
        columns={[
          { key: "place", header: t("communications.templates.place"), rowHeader: true, tight: true, render: ({ name }) => <code>{`{${name}}`}</code> },
          { key: "meaning", header: t("communications.templates.meaning"), render: ({ name, needed }) => `${meaningOf(t, name)} (${t(needed ? "communications.templates.needed" : "communications.templates.mayMiss")})` },
          { key: "sample", header: t("communications.templates.sample"), render: ({ name }) => samples[name] },
        ]}
      />
    </Panel>
  );
}
