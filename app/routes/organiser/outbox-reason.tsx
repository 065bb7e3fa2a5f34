import type { LetterPlace } from "#app/routes/organiser/outbox-of.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { ReasonPage } from "#app/routes/reason-page.tsx";

/** Asks why a letter is taken back or sent once more. */
export function LetterReason({ act, letter, base }: { act: "cancel" | "resend" } & Pick<LetterPlace, "letter" | "base">) {
  const t = useTranslate();
  const words = {
    title: t(`communications.outbox.${act}`),
    lead: t(`communications.outbox.${act}Lead`),
    meta: letter.recipient,
    reason: t("communications.outbox.reason"),
    hint: t(`communications.outbox.${act}Hint`),
    submit: t(`communications.outbox.${act}`),
  };
  return <ReasonPage id={act} words={words} back={{ to: `${base}/${letter.id}`, label: t("communications.outbox.letterTitle") }} subject={letter.subject} />;
}
