import { Notice } from "#app/components/notice.tsx";
import { warningWords } from "#app/features/ranking/components/warning-words.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { isUnlinked } from "#app/features/ranking/waiving/rules.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type BeforeSigningProps = {
  list: Pick<RankingList, "status" | "quantity" | "model" | "waiverReason">;
  stageNames: Record<string, Words>;
  /** Names of the assessors by number; empty for whoever may not know them. */
  assessors: Readonly<Record<number, string>>;
};

/** What the marks themselves give cause to look at, and what stands in the way of a signature. */
export function BeforeSigning({ list, stageNames, assessors }: BeforeSigningProps) {
  const t = useTranslate();
  const warnings = list.model?.warnings ?? [];
  if (warnings.length === 0) return null;
  const isBlocked = isUnlinked(list);
  return (
    <Notice tone={isBlocked ? "stop" : "warn"} title={t("ranking.warnings.title")}>
      <ul className="list-disc pl-5">
        {warnings.map((warning) => (
          <li key={`${warning.stage} ${warning.code} ${warning.assessor ?? ""}`}>{warningWords(t, warning, { stages: stageNames, assessors })}</li>
        ))}
      </ul>
      <p>{t(isBlocked ? "ranking.warnings.blocked" : "ranking.warnings.kept")}</p>
      {list.waiverReason !== null && <p>{t("ranking.waive.recorded", { reason: list.waiverReason })}</p>}
    </Notice>
  );
}
