import { TabsNav } from "#app/components/tabs-nav.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** The pages of the system admin, side by side. */
export function SystemTabs() {
  const t = useTranslate();
  const tabs = [
    { to: "/system/accounts", label: t("accounts.system.title") },
    { to: "/system/erasures", label: t("accounts.system.erasures") },
    { to: "/organiser/registry", label: t("registry.title") },
    { to: "/organiser/appointments", label: t("agencies.appointments.list.title") },
    { to: "/system/outbox", label: t("communications.outbox.title") },
  ];
  return <TabsNav label={t("accounts.home.system")} tabs={tabs} />;
}
