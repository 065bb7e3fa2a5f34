import { Badge, type Tone } from "#app/components/badge.tsx";
import type { MailStatus } from "#app/features/notifications/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

const tones: Record<MailStatus, Tone> = { queued: "open", sent: "ok", failed: "stop", bounced: "stop", cancelled: "neutral", withdrawn: "neutral" };

/** Where a letter is on its way. */
export function LetterState({ status }: { status: MailStatus }) {
  const t = useTranslate();
  return <Badge tone={tones[status]}>{t(`communications.outbox.statuses.${status}`)}</Badge>;
}

/** A kind of letter by its standard subject, with dots where something is filled in: "Tanda terima proposal …". */
export const letterName = (t: Translate, template: string): string =>
  t(`notifications.mails.${template}.subject` as MessageKey).replaceAll(/\{\w+\}/g, "…");
