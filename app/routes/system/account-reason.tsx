import { useTranslate } from "#app/i18n/provider.tsx";
import { ReasonPage } from "#app/routes/reason-page.tsx";
import type { AccountPlace } from "#app/routes/system/account-of.server.ts";

/** Asks why an account is locked or loses its second factor. */
export function AccountReason({ act, place: { name, email, back } }: { act: "lock" | "resetFactor"; place: AccountPlace }) {
  const t = useTranslate();
  const title = t(`accounts.system.${act}`);
  const words = {
    ...{ title, submit: title, meta: email },
    lead: t(`accounts.system.${act}Body`),
    reason: t("accounts.system.reason"),
    hint: t("accounts.system.reasonHint"),
  };
  return <ReasonPage id={act} words={words} back={{ to: back, label: name }} subject={title} />;
}
