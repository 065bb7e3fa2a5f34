import { Button, ButtonRow } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Progress } from "#app/components/progress.tsx";
import type { Sending } from "#app/features/proposals/components/evidence-upload.ts";
import { formatBytes, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type ProgressProps = { sending: Sending; isChecking: boolean; resume: () => void; cancel: () => void };

/** How far a file has come, why it waits, and what can be done. */
export function UploadProgress({ sending, isChecking, resume, cancel }: ProgressProps) {
  const t = useTranslate();
  if (isChecking) return <p role="status">{t("proposals.files.checking")}</p>;
  if (sending.phase === "idle" || sending.phase === "refused") return null;
  const { name, done, size, phase } = sending;
  const share = formatShare(t.locale, size === 0 ? 0 : Math.floor((done / size) * 10_000));
  const words = t("proposals.files.progress", { done: formatBytes(t.locale, done), size: formatBytes(t.locale, size), share });
  return (
    <div className="stack stack--small">
      <Progress value={done} max={size} label={t("proposals.files.sending", { name })} words={words} />
      <div role="status">
        {phase === "waiting" && <Notice tone="warn">{t("proposals.files.waiting", { done: formatBytes(t.locale, done) })}</Notice>}
        {phase === "signedOut" && <Notice tone="warn">{t("proposals.files.signedOut", { done: formatBytes(t.locale, done) })}</Notice>}
      </div>
      <ButtonRow>
        {phase !== "sending" && (
          <Button type="button" dense onClick={resume}>
            {t("proposals.files.resume")}
          </Button>
        )}
        <Button type="button" variant="quiet" dense onClick={cancel}>
          {t("proposals.files.cancel")}
        </Button>
      </ButtonRow>
    </div>
  );
}
