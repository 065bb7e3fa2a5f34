import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import type { FormEvent } from "react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { FileInput, FileList, FileRow } from "#app/components/file-input.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageStrip } from "#app/components/page-strip.tsx";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import type { ScanState } from "#app/features/proposals/attachments/types.ts";
import { StatementTemplate } from "#app/features/proposals/components/statement-template.tsx";
import { UploadProgress } from "#app/features/proposals/components/evidence-progress.tsx";
import { useUpload } from "#app/features/proposals/components/evidence-upload.ts";
import type { EditorField } from "#app/features/proposals/form/queries.server.ts";
import { formatBytes, formatDate, formatDeadline, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { fileKinds } from "#app/lib/uploads/types.ts";
import { inLocale } from "#app/lib/words.ts";

type UploadAnswer = { ok?: boolean; offline?: boolean; message?: string | null; errors?: Record<string, string> };

type EvidenceProps = { field: EditorField; proposalId: string; section: string; zone: string; edition: string; closesAt: number | null };

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
      {field.file.scan === "pending" && <Notice tone="warn">{t("proposals.files.pendingNote")}</Notice>}
      {field.file.scan === "infected" && <Notice tone="stop">{t("proposals.files.infectedNote")}</Notice>}
      <PageStrip file={`/downloads/attachments/${field.file.id}`} words={stripWords(t, field.file.fileName)} />
      <details key={field.file.id} className="stack stack--small" open={error !== undefined || undefined}>
        <summary className="btn btn--quiet btn--dense w-fit">{t("proposals.files.change")}</summary>
        <Upload {...props} fetcher={fetcher} error={error} label={t("proposals.files.change")} />
      </details>
    </div>
  );
}

type UploadProps = EvidenceProps & { fetcher: FetcherWithComponents<UploadAnswer>; error: string | undefined; label: string };

/** With scripts a file goes in pieces, with progress; without them it is the plain form, which the server reads as a stream. */
function Upload({ field, proposalId, section, edition, zone, closesAt, fetcher, error, label }: UploadProps) {
  const t = useTranslate();
  const action = `/proposals/${proposalId}/attachments`;
  const { sending, send, resume, cancel } = useUpload();
  const arrived = (upload: string): void => fetcher.submit({ fieldKey: field.key, section, upload }, { method: "post", action, encType: "multipart/form-data" });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.name === "") return;
    event.preventDefault();
    send({ proposalId, fieldKey: field.key, file, arrived });
  };
  const isUnderWay = sending.phase === "waiting" || sending.phase === "signedOut";
  const isBusy = sending.phase === "sending" || fetcher.state !== "idle";
  const refused = sending.phase === "refused" ? (sending.message ?? t("proposals.files.failed")) : undefined;
  return (
    <fetcher.Form method="post" action={action} encType="multipart/form-data" className="stack stack--small" noValidate onSubmit={submit}>
      <input type="hidden" name="fieldKey" value={field.key} />
      <input type="hidden" name="section" value={section} />
      <FileInput
        name="file"
        id={`file-${field.key}`}
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
  );
}

const acceptOf = ({ kinds }: EditorField): string => kinds.flatMap((kind) => [`.${fileKinds[kind]}`, kind]).join(",");

const fileLabel = (t: Translate, field: EditorField): string =>
  isFileQuestion(field) ? inLocale(t.locale, field.label) : t("proposals.files.evidence");

function StandingFile({ file, zone }: { file: NonNullable<EditorField["file"]>; zone: string }) {
  const t = useTranslate();
  const time = `${formatDate(t.locale, file.uploadedAt, zone)}, ${formatTime(t.locale, file.uploadedAt, zone)}`;
  return (
    <FileRow
      name={file.fileName}
      to={`/downloads/attachments/${file.id}`}
      meta={
        <>
          {t("proposals.files.uploaded", { size: formatBytes(t.locale, file.bytes), time })}
          {file.scan !== "none" && <ScanBadge scan={file.scan} />}
          <span className="file-row__sum">
            {t("proposals.files.checksum")} <span className="hash">{file.sha256}</span>
          </span>
        </>
      }
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

const scanTones = { none: "neutral", pending: "warn", clean: "ok", infected: "stop" } as const;

function ScanBadge({ scan }: { scan: ScanState }) {
  const t = useTranslate();
  return (
    <>
      {" "}
      <Badge tone={scanTones[scan]}>{t(`proposals.files.scan.${scan}`)}</Badge>
    </>
  );
}

function needWords(t: Translate, field: EditorField): string {
  const kinds = field.kinds.map((kind) => fileKinds[kind].toUpperCase()).join(", ");
  const takes = t("proposals.files.takes", { kinds, size: formatBytes(t.locale, field.sizeLimit) });
  return [isFileQuestion(field) && field.required ? t("common.required") : "", takes].filter(Boolean).join(", ");
}

export const stripWords = (t: Translate, name: string) => ({
  show: t("proposals.files.pages", { name }),
  page: (page: number) => t("proposals.files.page", { page, name }),
  more: (shown: number, count: number) => t("proposals.files.morePages", { shown, count }),
  none: t("proposals.files.noPictures"),
  loading: t("proposals.files.loadingPages"),
  openFile: t("proposals.files.openFile"),
});

export const fileWords = (t: Translate, limit: number) => ({
  choose: t("proposals.files.chooseFile"),
  drop: t("proposals.files.drop"),
  chosen: ({ name, size }: { name: string; size: number }) => t("proposals.files.chosen", { name, size: formatBytes(t.locale, size) }),
  tooBig: ({ size }: { size: number }) =>
    t("form.fileTooBig", { size: formatBytes(t.locale, size), limit: formatBytes(t.locale, limit) }),
});

function errorOf(t: Translate, field: EditorField, answer: UploadAnswer | undefined): string | undefined {
  if (answer?.offline) return t("proposals.files.offline");
  return answer?.errors?.[field.key] ?? answer?.errors?.file ?? answer?.message ?? undefined;
}
