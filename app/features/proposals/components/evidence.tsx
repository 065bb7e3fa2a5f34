import { useFetcher } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { FileList, FileRow } from "#app/components/file-input.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageStrip } from "#app/components/page-strip.tsx";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import type { ScanState, UnfinishedUpload } from "#app/features/proposals/attachments/types.ts";
import { EvidenceForm, type EvidencePlace, type UploadAnswer } from "#app/features/proposals/components/evidence-form.tsx";
import type { EditorField } from "#app/features/proposals/form/queries.server.ts";
import { formatBytes, formatDate, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type EvidenceProps = EvidencePlace & {
  /** What the person has begun to send to this proposal. */
  uploads: readonly UnfinishedUpload[];
};

/** The PDF of one question: the one that stands, and where another is chosen. It is sent apart from the text. */
export function Evidence(props: EvidenceProps) {
  const { field, zone, uploads } = props;
  const t = useTranslate();
  const fetcher = useFetcher<UploadAnswer>({ key: `file:${field.key}` });
  const error = errorOf(t, field, fetcher.data);
  const unfinished = uploads.filter(({ fieldKey }) => fieldKey === field.key);
  const form = { ...props, fetcher, error, unfinished };
  if (!field.file) return <EvidenceForm key="new" {...form} label={fileLabel(t, field)} />;
  return (
    <div className="stack stack--small">
      <p className="field__label">{fileLabel(t, field)}</p>
      <FileList label={fileLabel(t, field)}>
        <StandingFile file={field.file} zone={zone} />
      </FileList>
      {field.file.scan === "pending" && <Notice tone="warn">{t("proposals.files.pendingNote")}</Notice>}
      {field.file.scan === "infected" && <Notice tone="stop">{t("proposals.files.infectedNote")}</Notice>}
      <PageStrip file={`/downloads/attachments/${field.file.id}`} words={stripWords(t, field.file.fileName)} />
      <details key={field.file.id} className="stack stack--small" open={error !== undefined || unfinished.length > 0 || undefined}>
        <summary className="btn btn--quiet btn--dense w-fit">{t("proposals.files.change")}</summary>
        <EvidenceForm {...form} label={t("proposals.files.change")} />
      </details>
    </div>
  );
}

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

export const stripWords = (t: Translate, name: string) => ({
  show: t("proposals.files.pages", { name }),
  page: (page: number) => t("proposals.files.page", { page, name }),
  more: (shown: number, count: number) => t("proposals.files.morePages", { shown, count }),
  none: t("proposals.files.noPictures"),
  loading: t("proposals.files.loadingPages"),
  openFile: t("proposals.files.openFile"),
});

function errorOf(t: Translate, field: EditorField, answer: UploadAnswer | undefined): string | undefined {
  if (answer?.offline) return t("proposals.files.offline");
  return answer?.errors?.[field.key] ?? answer?.errors?.file ?? answer?.message ?? undefined;
}
