import { useLookAgain } from "#app/components/look-again.ts";
import { Notice } from "#app/components/notice.tsx";
import { Progress } from "#app/components/progress.tsx";
import type { RunView } from "#app/features/ranking/runs/queries.server.ts";
import { runSteps } from "#app/features/ranking/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";

/** How far a computation is: the page looks again by itself until it is done. */
export function RunNotice({ run }: { run: RunView | null }) {
  const t = useTranslate();
  const isGoing = run?.status === "queued" || run?.status === "running";
  useLookAgain(isGoing);
  if (run?.status === "failed" && run.refusal) {
    return (
      <Notice tone="stop" title={t("ranking.run.failed")}>
        {t(`errors.${run.refusal.code}` as MessageKey, run.refusal.params)}
      </Notice>
    );
  }
  if (!isGoing) return null;
  const at = run.step === null ? 0 : runSteps.indexOf(run.step) + 1;
  return (
    <Notice title={t("ranking.run.title")} role="status">
      <Progress value={at} max={runSteps.length + 1} label={t("ranking.run.title")} words={t(`ranking.run.steps.${run.step ?? "queued"}`)} />
    </Notice>
  );
}
