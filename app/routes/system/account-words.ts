import type { Tone } from "#app/components/badge.tsx";
import type { Description } from "#app/components/description-list.tsx";
import type { AccountDetail, AccountState } from "#app/features/accounts/administration/queries.server.ts";
import type { Translate } from "#app/i18n/translator.ts";

export const stateTones: Record<AccountState, Tone> = { active: "ok", invited: "info", locked: "stop", erased: "neutral" };

/** What the system admin is told of an account: nothing of what the person wrote or judged. */
export function accountFacts(t: Translate, account: Omit<AccountDetail, "id">, time: (at: number) => string): Description[] {
  const yesNo = (yes: boolean): string => t(yes ? "common.yes" : "common.no");
  return [
    { term: t("accounts.system.role"), value: t(`accounts.system.roles.${account.systemRole}`) },
    { term: t("accounts.system.created"), value: time(account.createdAt) },
    { term: t("accounts.system.lastSignIn"), value: account.lastSignInAt === null ? t("accounts.system.never") : time(account.lastSignInAt) },
    { term: t("accounts.system.emailVerified"), value: yesNo(account.emailVerified) },
    { term: t("accounts.factor.title"), value: t(account.secondFactor ? "accounts.factor.on" : "accounts.factor.off") },
    { term: t("accounts.sessions.title"), value: account.sessions },
  ];
}
