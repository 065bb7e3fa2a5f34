import { Badge } from "#app/components/badge.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Beside a person whose address a mail server refused for good: letters do not reach them until it is changed. */
export function UndeliverableMark({ when }: { when: boolean }) {
  const t = useTranslate();
  return when ? <Badge tone="stop">{t("communications.outbox.addressDead")}</Badge> : null;
}
