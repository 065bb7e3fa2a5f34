import { type FetcherWithComponents, useRevalidator } from "@remix-run/react";
import { type FormEvent, useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import type { UnfinishedUpload } from "#app/features/proposals/attachments/types.ts";
import { UploadProgress } from "#app/features/proposals/components/evidence-progress.tsx";
import { useUpload } from "#app/features/proposals/components/evidence-upload.ts";
import { StatementTemplate } from "#app/features/proposals/components/statement-template.tsx";
import { UnfinishedUploads } from "#app/features/proposals/components/unfinished-uploads.tsx";
import type { EditorField } from "#app/features/proposals/form/queries.server.ts";
import { formatBytes, formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { fileKinds } from "#app/lib/uploads/types.ts";
import { inLocale } from "#app/lib/words.ts";

export type UploadAnswer = { ok?: boolean; offline?: boolean; message?: string | null; errors?: Record<string, string> };

export type EvidencePlace = { field: EditorField; proposalId: string; section: string; zone: string; edition: string; closesAt: number | null };

type EvidenceFormProps = EvidencePlace & {
  fetcher: FetcherWithComponents<UploadAnswer>;
  error: string | undefined;
  label: string;
  /** What the person has begun to send to this question. */
  unfinished: readonly UnfinishedUpload[];
};

/** With scripts a file goes in pieces, with progress; without them it is the plain form, which the server reads as a stream. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { field, proposalId, section, edition, zone, closesAt, fetcher, error, label, unfinished } = props;
  const t = useTranslate();
  const { sending, submit, choose, goOn, resume, cancel } = useSending(props);
  const isUnderWay = sending.phase === "waiting" || sending.phase === "signedOut";
  const isBusy = sending.phase === "sending" || fetcher.state !== "idle";
  const refused = sending.phase === "refused" ? (sending.message ?? t("proposals.files.failed")) : undefined;
  return (
    <>
      {!isUnderWay && !isBusy && <UnfinishedUploads uploads={unfinished} zone={zone} goOn={goOn} />}
      <fetcher.Form
        method="post"
        action={actionOf(proposalId)}
        encType="multipart/form-data"
        className="stack stack--small"
        noValidate
        onChange={choose}
        onSubmit={submit}
      >
        <input type="hidden" name="fieldKey" value={field.key} />
        <input type="hidden" name="section" value={section} />
        <FileInput
          name="file"
          id={inputId(field)}
          label={label}
          need={needWords(t, field)}
          before={<StatementTemplate field={field} edition={edition} />}
          hint={isFileQuestion(field) ? inLocale(t.locale, field.help) || undefined : undefined}
          accept={acceptOf(field)}
          maxBytes={field.sizeLimit}
          words={fileWords(t, field.sizeLimit)}
          error={isUnderWay || isBusy ? undefined : (refused ?? error)}
        />
        <UploadProgress sending={sending} isChecking={fetcher.state !== "idle"} resume={resume} cancel={cancel} />
        <div>
          <Button dense busy={isBusy}>
            {field.file ? t("proposals.files.replace") : t("proposals.files.upload")}
          </Button>
        </div>
        {closesAt !== null && <p className="faint small">{t("proposals.files.arrival", { time: formatDeadline(t.locale, closesAt, zone) })}</p>}
      </fetcher.Form>
    </>
  );
}

const actionOf = (proposalId: string): string => `/proposals/${proposalId}/attachments`;
const inputId = ({ key }: EditorField): string => `file-${key}`;

/** Sends the chosen file: anew, or from where an earlier upload of the same file stopped. */
function useSending({ field, proposalId, section, fetcher, unfinished }: EvidenceFormProps) {
  const t = useTranslate();
  const { send, cancel, ...upload } = useUpload();
  const { revalidate } = useRevalidator();
  const wanted = useRef<UnfinishedUpload | null>(null);
  const arrived = (id: string): void =>
    fetcher.submit({ fieldKey: field.key, section, upload: id }, { method: "post", action: actionOf(proposalId), encType: "multipart/form-data" });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.name === "") return;
    event.preventDefault();
    const asked = wanted.current;
    wanted.current = null;
    const same = unfinished.find((one) => one.fileName === file.name && one.bytes === file.size && (asked === null || one.id === asked.id));
    const otherFile = asked && t("proposals.files.unfinished.other", { name: asked.fileName });
    if (otherFile && !same) return upload.refuse(otherFile);
    send({ proposalId, fieldKey: field.key, file, goOn: same ? { id: same.id, otherFile } : null, arrived });
  };
  return {
    ...{ ...upload, submit },
    goOn: (one: UnfinishedUpload) => {
      wanted.current = one;
      document.getElementById(inputId(field))?.click();
    },
    // Whoever goes on with a file has asked for it already.
    choose: ({ currentTarget }: FormEvent<HTMLFormElement>) => wanted.current && currentTarget.requestSubmit(),
    cancel: () => void cancel().then(revalidate),
  };
}

const acceptOf = ({ kinds }: EditorField): string => kinds.flatMap((kind) => [`.${fileKinds[kind]}`, kind]).join(",");

function needWords(t: Translate, field: EditorField): string {
  const kinds = field.kinds.map((kind) => fileKinds[kind].toUpperCase()).join(", ");
  const takes = t("proposals.files.takes", { kinds, size: formatBytes(t.locale, field.sizeLimit) });
  return [isFileQuestion(field) && field.required ? t("common.required") : "", takes].filter(Boolean).join(", ");
}

export const fileWords = (t: Translate, limit: number) => ({
  choose: t("proposals.files.chooseFile"),
  drop: t("proposals.files.drop"),
  chosen: ({ name, size }: { name: string; size: number }) => t("proposals.files.chosen", { name, size: formatBytes(t.locale, size) }),
  tooBig: ({ size }: { size: number }) =>
    t("form.fileTooBig", { size: formatBytes(t.locale, size), limit: formatBytes(t.locale, limit) }),
});
