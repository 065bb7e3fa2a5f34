import { Notice } from "#app/components/notice.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Says to whoever is about to sign of how many entries they take no part in deciding; nothing when of none. Which they are is not theirs to know. */
export function OwnAbstention({ count }: { count: number }) {
  const t = useTranslate();
  if (count === 0) return null;
  return (
    <Notice tone="warn" title={t("ranking.abstain.title")}>
      {t("ranking.abstain.own", { count })}
    </Notice>
  );
}
