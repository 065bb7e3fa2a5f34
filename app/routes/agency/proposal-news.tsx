import { Form } from "@remix-run/react";
import { Video } from "lucide-react";
import { LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { SlotView } from "#app/features/interviews/types.ts";
import { inBothZones, ownTimeFirst } from "#app/features/proposals/components/times.ts";
import type { ScreeningNews as News } from "#app/features/screening/news/queries.server.ts";
import type { ProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Why the admin gave the draft back, while it is at the unit again. */
export function ReturnedNote({ page: { status, events, agency } }: { page: ProposalPage }) {
  const t = useTranslate();
  const last = events.find((event) => event.kind !== "create");
  if (status !== "atUnit" || last?.kind !== "return") return null;
  return (
    <Notice tone="warn" title={t("proposals.page.returned")}>
      <p className="whitespace-pre-wrap">{last.note}</p>
      <p className="field__hint">{t("proposals.events.by", { time: formatInstant(t.locale, last.at, agency.zone), name: last.actor })}</p>
    </Notice>
  );
}

/** An open correction loses nothing: the version submitted last stands. */
export function StandingVersion({ page: { status, reach, versions } }: { page: ProposalPage }) {
  const t = useTranslate();
  const [standing] = versions;
  if (!standing || status === "submitted" || reach === "draft") return null;
  return (
    <Notice tone="info">
      <p>{t("proposals.page.revising", { version: standing.version })}</p>
    </Notice>
  );
}

type NewsProps = { news: News; proposalId: string; zones: { own: string; edition: string } };

/** What screening asks of the agency or has announced to it: a correction with its end, the outcome with its reasons, the appeal. */
export function ScreeningNews(props: NewsProps) {
  const { correction, outcome } = props.news;
  return (
    <>
      {correction && <CorrectionNews {...props} />}
      {outcome && <OutcomeNews {...props} />}
    </>
  );
}

function CorrectionNews({ news: { correction }, proposalId, zones }: NewsProps) {
  const t = useTranslate();
  if (!correction) return null;
  return (
    <Notice tone="warn" title={t("screening.correction.banner")}>
      <p>{t("screening.correction.bannerUntil", { time: ownTimeFirst(t.locale, correction.dueAt - 60_000, zones) })}</p>
      <div>
        <LinkButton to={`/proposals/${proposalId}/correction`} dense>
          {t("screening.correction.open")}
        </LinkButton>
      </div>
    </Notice>
  );
}

function OutcomeNews({ news: { outcome, appeal }, proposalId, zones }: NewsProps) {
  const t = useTranslate();
  if (!outcome) return null;
  const passed = outcome.passed;
  return (
    <Notice tone={passed ? "ok" : "stop"} title={t(passed ? "proposals.page.screeningPassed" : "proposals.page.screeningFailed")}>
      {outcome.reasons && <p className="whitespace-pre-wrap">{outcome.reasons}</p>}
      <p className="field__hint">{t("proposals.page.screeningAt", { time: ownTimeFirst(t.locale, outcome.announcedAt, zones) })}</p>
      {appeal?.closesAt && <p>{t("screening.appeal.closes", { time: ownTimeFirst(t.locale, appeal.closesAt - 60_000, zones) })}</p>}
      {appeal && (
        <div>
          <LinkButton to={`/proposals/${proposalId}/appeal`} dense>
            {t(appeal.closesAt ? "screening.appeal.open" : "screening.appeal.see")}
          </LinkButton>
        </div>
      )}
    </Notice>
  );
}

/** The hour of the interview in the agency's zone first, where it is held, and the confirmation that is still owed. */
export function SlotPanel({ slot, mayConfirm }: { slot: SlotView; mayConfirm: boolean }) {
  const t = useTranslate();
  const zones = { own: slot.agencyZone, edition: slot.editionZone };
  const terms = [t("proposals.page.slotYours"), t("proposals.page.slotEdition")];
  const times = inBothZones(t.locale, slot.startsAt, zones).map(({ text }, index) => ({ term: terms[index], value: text }));
  return (
    <Panel title={t("proposals.page.slot")}>
      <DescriptionList
        items={[
          ...times,
          { term: t("proposals.page.slotPanel"), value: slot.panel },
          {
            term: t("proposals.page.slotRoom"),
            value: (
              <LinkButton to={slot.meetingUrl} icon={Video} variant="quiet" dense plain>
                {t("proposals.page.slotJoin")}
              </LinkButton>
            ),
          },
        ]}
      />
      <Confirmation slot={slot} mayConfirm={mayConfirm} zones={zones} />
    </Panel>
  );
}

function Confirmation({ slot, mayConfirm, zones }: { slot: SlotView; mayConfirm: boolean; zones: { own: string; edition: string } }) {
  const t = useTranslate();
  if (slot.confirmedAt !== null) {
    return (
      <Notice tone="ok">
        <p>{t("proposals.page.slotConfirmed", { time: ownTimeFirst(t.locale, slot.confirmedAt, zones) })}</p>
      </Notice>
    );
  }
  if (!mayConfirm) return null;
  return (
    <Form method="post" action={`/slots/${slot.id}/confirmation`} className="stack stack--small">
      <p className="field__hint">{t("proposals.page.slotConfirmBy", { time: ownTimeFirst(t.locale, slot.confirmUntil, zones) })}</p>
      <div>
        <SubmitButton variant="primary" busyWord={t("common.busy")}>
          {t("proposals.page.slotConfirm")}
        </SubmitButton>
      </div>
    </Form>
  );
}
