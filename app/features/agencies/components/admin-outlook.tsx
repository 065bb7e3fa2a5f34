import { Link } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import { formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Tells every member that the agency has no local admin, or will soon have none; nothing otherwise. */
export function AdminOutlookNotice({ outlook: { admins, lastDay } }: { outlook: { admins: number; lastDay: string | null } }) {
  const t = useTranslate();
  if (admins > 0 && lastDay === null) return null;
  return (
    <Notice tone="warn">
      <p>{admins === 0 ? t("agencies.outlook.none") : t("agencies.outlook.ending", { day: formatPlainDay(t.locale, lastDay ?? "") })}</p>
      <p>
        <Link to="/agencies/access">{t("agencies.outlook.ask")}</Link>
      </p>
    </Notice>
  );
}
