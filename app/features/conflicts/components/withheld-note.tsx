import { Notice } from "#app/components/notice.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Says that a table is not whole for its reader, and by how many rows; nothing where it is. */
export function WithheldNote({ count }: { count: number }) {
  const t = useTranslate();
  return count > 0 ? <Notice tone="info">{t("conflicts.withheld", { count })}</Notice> : null;
}
