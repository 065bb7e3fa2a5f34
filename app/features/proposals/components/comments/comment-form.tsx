import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { partWords } from "#app/features/proposals/components/comments/part-words.ts";
import type { CommentsPage } from "#app/features/proposals/comments/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type State = { message?: string | null; errors: Record<string, string>; values?: TypedValues } | undefined;

type CommentFormProps = { parts: CommentsPage["parts"]; part: string; state: State; owner: string | undefined };

/** Begins a thread: about what, and the words. */
export function CommentForm({ parts, part, state, owner }: CommentFormProps) {
  const t = useTranslate();
  return (
    <KeptForm method="post" id="comment" keptNotice={t("common.restored")} keptOwner={owner}>
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ part: t("flow.comments.part"), text: t("flow.comments.text") }} />
        <Select
          name="part"
          label={t("flow.comments.part")}
          defaultValue={typedText(state?.values, "part", part)}
          error={state?.errors.part}
          options={parts.map((one) => ({ value: one.key, label: partWords(t, one) }))}
        />
        <Words name={t("flow.comments.text")} state={state} />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("flow.comments.send")}
          </SubmitButton>
        </div>
      </Stack>
    </KeptForm>
  );
}

/** Answers the thread of the page. */
export function AnswerForm({ state, owner, reopens }: { state: State; owner: string | undefined; reopens: boolean }) {
  const t = useTranslate();
  return (
    <KeptForm method="post" id="answer" keptNotice={t("common.restored")} keptOwner={owner}>
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ text: t("flow.comments.answer") }} />
        <Words name={t("flow.comments.answer")} state={state} hint={reopens ? t("flow.comments.reopens") : undefined} />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("flow.comments.sendAnswer")}
          </SubmitButton>
        </div>
      </Stack>
    </KeptForm>
  );
}

function Words({ name, state, hint }: { name: string; state: State; hint?: string }) {
  const t = useTranslate();
  return (
    <TextArea
      name="text"
      label={name}
      hint={hint ?? t("flow.comments.textHint")}
      need={t("common.required")}
      required
      rows={4}
      maxLength={2_000}
      error={state?.errors.text}
      defaultValue={typedText(state?.values, "text")}
    />
  );
}
