import { Panel } from "#app/components/panel.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

type Account = Readonly<{ email: string; name: string }>;

/** The demo's people beside the form they sign in with. Shown in demo mode only. */
export function DemoAccounts({ accounts, password }: { accounts: readonly Account[]; password: string }) {
  const t = useTranslate();
  return (
    <Panel title={t("accounts.signIn.demoTitle")} aside={t("accounts.signIn.demoLead", { password })} flush>
      <ul className="link-list">
        {accounts.map((account) => (
          <li key={account.email}>
            <code>{account.email}</code> <span className="faint">{account.name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
