import { Link } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { type Description, DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { LetterState } from "#app/features/notifications/components/letter-state.tsx";
import type { LetterPage } from "#app/features/notifications/outbox/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

type LetterProps = { letter: LetterPage; base: string; zone: string };

/** One letter: its exact words, what became of it, and what can be done. */
export function LetterView({ letter, base, zone }: LetterProps) {
  const t = useTranslate();
  return (
    <Columns>
      <Stack>
        {letter.undeliverable && (
          <Notice tone="stop">{t("communications.outbox.undeliverable", { time: formatInstant(t.locale, letter.undeliverable.at, zone) })}</Notice>
        )}
        <Panel title={t("communications.outbox.text")}>
          <p className="letter" lang={letter.locale}>
            {letter.body}
          </p>
        </Panel>
      </Stack>
      <Panel title={t("communications.outbox.facts")} aside={<LetterState status={letter.status} />}>
        <Stack>
          <DescriptionList items={factsOf(t, { letter, base, zone })} />
          <Steps letter={letter} base={base} />
        </Stack>
      </Panel>
    </Columns>
  );
}

function Steps({ letter, base }: Pick<LetterProps, "letter" | "base">) {
  const t = useTranslate();
  const waits = letter.status === "queued";
  if (!letter.mayResend && !letter.mayCancel) return waits ? null : <p className="soft">{t("communications.outbox.secretGone")}</p>;
  return (
    <ButtonRow>
      {letter.mayResend && <LinkButton to={`${base}/${letter.id}/resending`}>{t("communications.outbox.resend")}</LinkButton>}
      {letter.mayCancel && <LinkButton to={`${base}/${letter.id}/cancellation`}>{t("communications.outbox.cancel")}</LinkButton>}
    </ButtonRow>
  );
}

function factsOf(t: Translate, { letter, base, zone }: LetterProps): Description[] {
  const time = (at: number): string => formatInstant(t.locale, at, zone);
  const { recipient, locale, createdAt, lastTriedAt, sentAt, lastError, attempts, resentOf, repeats } = letter;
  return [
    { term: t("communications.outbox.recipient"), value: recipient },
    { term: t("communications.outbox.language"), value: t(`communications.outbox.languages.${locale}`) },
    { term: t("communications.outbox.createdAt"), value: time(createdAt) },
    ...(lastTriedAt === null ? [] : [{ term: t("communications.outbox.triedAt"), value: `${time(lastTriedAt)}. ${t("communications.outbox.attempts", { count: attempts })}` }]),
    ...(sentAt === null ? [] : [{ term: t("communications.outbox.sentAt"), value: time(sentAt) }]),
    ...(lastError === null ? [] : [{ term: t("communications.outbox.answer"), value: lastError }]),
    ...(resentOf === null ? [] : [{ term: t("communications.outbox.repeatOf"), value: <Link to={`${base}/${resentOf}`}>{t("communications.outbox.openFirst")}</Link> }]),
    ...repeats.map((one) => ({ key: one.id, term: t("communications.outbox.repeats"), value: <Link to={`${base}/${one.id}`}>{time(one.createdAt)}</Link> })),
  ];
}
