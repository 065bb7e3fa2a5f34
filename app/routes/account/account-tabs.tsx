import { TabsNav } from "#app/components/tabs-nav.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** The pages about one's own account, side by side. */
export function AccountTabs() {
  const t = useTranslate();
  const tabs = [
    { to: "/profile", label: t("accounts.profile.tab"), end: true },
    { to: "/profile/second-factor", label: t("accounts.factor.tab") },
    { to: "/profile/sessions", label: t("accounts.sessions.tab") },
    { to: "/profile/data", label: t("accounts.data.tab") },
  ];
  return <TabsNav label={t("accounts.profile.title")} tabs={tabs} />;
}
