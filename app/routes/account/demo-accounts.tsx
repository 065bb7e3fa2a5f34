import { Panel } from "#app/components/panel.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";

/** The demo's people beside the form they sign in with. Shown in demo mode only. */
export function DemoAccounts() {
  const t = useTranslate();
  return (
    <Panel title={t("accounts.signIn.demoTitle")}>
      <p>{t("accounts.signIn.demoLead", { password: demoPassword })}</p>
      <ul className="link-list">
        {demoAccounts.map((account) => (
          <li key={account.email}>
            <code>{account.email}</code> <span className="faint">{account.name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
