import { useEffect, useState } from "react";
import { SignInDialog } from "#app/components/sign-in-dialog.tsx";
import type { Saving } from "#app/features/scoring/components/use-sheet-saving.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Asks for the password in place when the session has ended; what was marked stays in the form. */
export function SheetSession({ saving, owner }: { saving: Saving; owner: string }) {
  const t = useTranslate();
  const ended = saving.phase === "signedOut";
  const [later, setLater] = useState(false);
  useEffect(() => {
    if (!ended) setLater(false);
  }, [ended]);
  const otherPerson = saving.message === t("errors.proposals.otherPerson");
  return (
    <SignInDialog
      open={ended && !later}
      email={owner}
      words={{
        title: t("drafting.signIn.title"),
        text: t(otherPerson ? "drafting.signIn.otherPerson" : "drafting.signIn.text", { email: owner }),
        password: t("drafting.signIn.password"),
        code: t("drafting.signIn.code"),
        submit: t("drafting.signIn.submit"),
        later: t("drafting.signIn.later"),
        away: t("drafting.signIn.away"),
        busy: t("common.busy"),
      }}
      onLater={() => setLater(true)}
      onSignedIn={() => void saving.resume()}
    />
  );
}
