import { useFetcher } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { FileList, FileRow } from "#app/components/file-input.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import type { UnfinishedUpload } from "#app/features/proposals/attachments/types.ts";
import { formatBytes, formatDate, formatShare, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type UnfinishedProps = {
  uploads: readonly UnfinishedUpload[];
  zone: string;
  /** Asks for the same file again and goes on with it. */
  goOn: (upload: UnfinishedUpload) => void;
};

/** What the person began to send to this question and did not finish: how far each has come, since when, and what can be done. */
export function UnfinishedUploads({ uploads, zone, goOn }: UnfinishedProps) {
  const t = useTranslate();
  const hydrated = useHydrated();
  if (uploads.length === 0) return null;
  return (
    <div className="stack stack--small">
      <p className="label">{t("proposals.files.unfinished.title")}</p>
      <FileList label={t("proposals.files.unfinished.title")}>
        {uploads.map((upload) => (
          <FileRow
            key={upload.id}
            name={upload.fileName}
            meta={<Come upload={upload} zone={zone} />}
            actions={
              <>
                {hydrated && (
                  <Button type="button" dense onClick={() => goOn(upload)}>
                    {t("proposals.files.unfinished.goOn")}
                    <span className="vh">: {upload.fileName}</span>
                  </Button>
                )}
                <GiveUp upload={upload} />
              </>
            }
          />
        ))}
      </FileList>
      {hydrated && <p className="soft small">{t("proposals.files.unfinished.hint")}</p>}
    </div>
  );
}

function Come({ upload: { come, bytes, createdAt }, zone }: { upload: UnfinishedUpload; zone: string }) {
  const t = useTranslate();
  const share = formatShare(t.locale, Math.floor((come / bytes) * 10_000));
  const time = `${formatDate(t.locale, createdAt, zone)}, ${formatTime(t.locale, createdAt, zone)}`;
  return <>{t("proposals.files.unfinished.come", { done: formatBytes(t.locale, come), size: formatBytes(t.locale, bytes), share, time })}</>;
}

/** Without scripts a form of its own, which leads back to the section. */
function GiveUp({ upload }: { upload: UnfinishedUpload }) {
  const t = useTranslate();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={`/unfinished-uploads/${upload.id}/removal`}>
      <Button variant="quiet" dense busy={fetcher.state !== "idle"}>
        {t("proposals.files.cancel")}
        <span className="vh">: {upload.fileName}</span>
      </Button>
    </fetcher.Form>
  );
}
