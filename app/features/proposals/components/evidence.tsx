import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { FileInput, FileList, FileRow } from "#app/components/file-input.tsx";
import type { EditorField } from "#app/features/proposals/form/queries.server.ts";
import { formatBytes, formatDate, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type UploadAnswer = { ok?: boolean; offline?: boolean; message?: string | null; errors?: Record<string, string> };

type EvidenceProps = { field: EditorField; proposalId: string; section: string; zone: string };

/** The PDF of one question: the one that stands, and where another is chosen. It is sent apart from the text. */
export function Evidence(props: EvidenceProps) {
  const { field, zone } = props;
  const t = useTranslate();
  const fetcher = useFetcher<UploadAnswer>({ key: `file:${field.key}` });
  const error = errorOf(t, field, fetcher.data);
  if (!field.file) return <Upload key="new" {...props} fetcher={fetcher} error={error} label={fileLabel(t, field)} />;
  return (
    <div className="stack stack--small">
      <p className="field__label">{fileLabel(t, field)}</p>
      <FileList label={fileLabel(t, field)}>
        <StandingFile file={field.file} zone={zone} />
      </FileList>
      <details key={field.file.id} className="stack stack--small" open={error !== undefined || undefined}>
        <summary className="btn btn--quiet btn--dense w-fit">{t("proposals.files.change")}</summary>
        <Upload {...props} fetcher={fetcher} error={error} label={t("proposals.files.change")} />
      </details>
    </div>
  );
}

type UploadProps = EvidenceProps & { fetcher: FetcherWithComponents<UploadAnswer>; error: string | undefined; label: string };

function Upload({ field, proposalId, section, fetcher, error, label }: UploadProps) {
  const t = useTranslate();
  return (
    <fetcher.Form
      method="post"
      action={`/proposals/${proposalId}/attachments`}
      encType="multipart/form-data"
      className="stack stack--small"
      noValidate
    >
      <input type="hidden" name="fieldKey" value={field.key} />
      <input type="hidden" name="section" value={section} />
      <FileInput
        name="file"
        id={`file-${field.key}`}
        label={label}
        need={needWords(t, field)}
        hint={field.kind === "file" ? inLocale(t.locale, field.help) || undefined : undefined}
        accept=".pdf,application/pdf"
        maxBytes={field.sizeLimit}
        words={fileWords(t, field.sizeLimit)}
        error={error}
      />
      <div>
        <Button dense busy={fetcher.state === "submitting"}>
          {field.file ? t("proposals.files.replace") : t("proposals.files.upload")}
        </Button>
      </div>
    </fetcher.Form>
  );
}

const fileLabel = (t: Translate, field: EditorField): string =>
  field.kind === "file" ? inLocale(t.locale, field.label) : t("proposals.files.evidence");

function StandingFile({ file, zone }: { file: NonNullable<EditorField["file"]>; zone: string }) {
  const t = useTranslate();
  const time = `${formatDate(t.locale, file.uploadedAt, zone)}, ${formatTime(t.locale, file.uploadedAt, zone)}`;
  return (
    <FileRow
      name={file.fileName}
      to={`/downloads/attachments/${file.id}`}
      meta={t("proposals.files.uploaded", { size: formatBytes(t.locale, file.bytes), time })}
      actions={
        <ConfirmDialog
          title={t("proposals.files.removeConfirm")}
          trigger={{ variant: "quiet", dense: true, children: t("proposals.files.remove") }}
          confirm={t("proposals.files.remove")}
          cancel={t("common.cancel")}
          busyWord={t("common.busy")}
          action={`/attachments/${file.id}/removal`}
          danger
        >
          <p>{t("proposals.files.removeText", { name: file.fileName })}</p>
        </ConfirmDialog>
      }
    />
  );
}

const needWords = (t: Translate, field: EditorField): string =>
  [field.kind === "file" && field.required ? t("common.required") : "", t("proposals.files.limit", { size: formatBytes(t.locale, field.sizeLimit) })]
    .filter(Boolean)
    .join(", ");

export const fileWords = (t: Translate, limit: number) => ({
  choose: t("proposals.files.choose"),
  drop: t("proposals.files.drop"),
  chosen: ({ name, size }: { name: string; size: number }) => t("proposals.files.chosen", { name, size: formatBytes(t.locale, size) }),
  tooBig: ({ size }: { size: number }) =>
    t("form.fileTooBig", { size: formatBytes(t.locale, size), limit: formatBytes(t.locale, limit) }),
});

function errorOf(t: Translate, field: EditorField, answer: UploadAnswer | undefined): string | undefined {
  if (answer?.offline) return t("proposals.files.offline");
  return answer?.errors?.[field.key] ?? answer?.errors?.file ?? answer?.message ?? undefined;
}
