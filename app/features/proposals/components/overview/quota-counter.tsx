import { Progress } from "#app/components/progress.tsx";
import type { Quota } from "#app/features/proposals/overview/queries.server.ts";
import { quotaLeft } from "#app/features/proposals/overview/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** How much of each quota is used, drawn and in words, and what follows at its end. */
export function QuotaCounter({ quotas }: { quotas: readonly Quota[] }) {
  const t = useTranslate();
  return (
    <div className="stack stack--small">
      <ul className="stack stack--small">
        {quotas.map((quota) => (
          <li key={quota.group?.id ?? "all"}>
            <One quota={quota} />
          </li>
        ))}
      </ul>
      <p className="field__hint">{t("flow.quota.counts")}</p>
    </div>
  );
}

function One({ quota }: { quota: Quota }) {
  const t = useTranslate();
  const name = quota.group ? inLocale(t.locale, quota.group) : t("proposals.overview.quotaAll");
  const left = quotaLeft(quota);
  if (quota.limit === null || left === null) {
    return (
      <p>
        {name}: {t("proposals.overview.quotaFree", { used: quota.used })}
      </p>
    );
  }
  const words = t("flow.quota.used", { used: quota.used, limit: quota.limit, left });
  return (
    <>
      <p>{name}</p>
      <Progress value={Math.min(quota.used, quota.limit)} max={quota.limit} label={name} words={words} />
      {left === 0 && <p className="field__hint">{t("flow.quota.full")}</p>}
    </>
  );
}
