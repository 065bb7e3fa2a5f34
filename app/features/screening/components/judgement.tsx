import { Form } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { checkName, Hint } from "#app/features/screening/components/check-fields.tsx";
import { DecisionForm } from "#app/features/screening/components/decision-form.tsx";
import type { ScreeningPage } from "#app/features/screening/queries.server.ts";
import { formatDeadline, formatInstant, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { FormState } from "#app/respond.server.ts";

type JudgementProps = { page: ScreeningPage; state: FormState | undefined; owner: string; base: string; series: boolean; onRead: () => void };

/** What the reader may do with the entry now: take it, decide on it, or why neither. */
export function Judgement(props: JudgementProps) {
  const t = useTranslate();
  const { page, state, owner, base, onRead } = props;
  if (!page.may.decide) {
    return (
      <>
        <WhyNot {...props} />
        <Panel title={t("screening.page.checklist")}>
          <DescriptionList items={page.checklist.map((item) => ({ key: item.key, term: checkName(t, item), value: <Hint item={item} /> }))} />
        </Panel>
      </>
    );
  }
  const title = page.caseState === "proposed" ? "secondTitle" : page.caseState === "disputed" ? "thirdTitle" : "checklist";
  return (
    <Panel title={t(`screening.page.${title}`)}>
      <Stack>
        <Held {...props} />
        <DecisionForm page={page} state={state} owner={owner} draftTo={`${base}/draft`} onRead={onRead} />
      </Stack>
    </Panel>
  );
}

/** The entry is the reader's own for now: until when, how to let go, how to give it back to its agency. */
function Held({ page, base }: JudgementProps) {
  const t = useTranslate();
  const { claim, zone, draft } = page;
  return (
    <>
      {claim && <p className="soft small">{t("screening.page.claimedUntil", { time: formatTime(t.locale, claim.until, zone) })}</p>}
      {draft && <p className="soft small">{t("screening.page.draftBack", { time: formatInstant(t.locale, draft.savedAt, zone) })}</p>}
      <ButtonRow>
        {page.may.return && (
          <LinkButton to={`${base}/return`} dense>
            {t("screening.page.returnButton")}
          </LinkButton>
        )}
        <ReleaseButton page={page} base={base} />
      </ButtonRow>
    </>
  );
}

function ReleaseButton({ page: { claim, may }, base }: Pick<JudgementProps, "page" | "base">) {
  const t = useTranslate();
  if (!may.release || !claim) return null;
  const words = claim.mine ? t("screening.page.release") : t("screening.page.releaseOther", { name: claim.holder });
  return (
    <ConfirmDialog
      title={t("screening.page.releaseTitle")}
      trigger={{ children: words, variant: "quiet", dense: true }}
      confirm={words}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action={`${base}/release`}
    >
      <p>{t("screening.page.releaseBody")}</p>
    </ConfirmDialog>
  );
}

function WhyNot({ page, base, series }: JudgementProps) {
  const t = useTranslate();
  const { claim, zone, may, caseState, barred, corrections } = page;
  const running = corrections.find((correction) => correction.outcome === null);
  return (
    <Panel>
      <Stack>
        <p>{t(`screening.caseStates.${caseState}`)}</p>
        {barred && <Notice tone="info">{t(`screening.page.barred.${barred}`)}</Notice>}
        {claim && <p className="soft small">{t("screening.page.heldBy", { name: claim.holder, time: formatInstant(t.locale, claim.since, zone) })}</p>}
        {running && <p>{t("screening.page.returned", { time: formatDeadline(t.locale, running.dueAt, zone) })}</p>}
        {may.claim && (
          <Form method="post" action={`${base}/claim${series ? "?series=1" : ""}`} className="stack stack--small">
            <p>{t("screening.page.claimLead")}</p>
            <div>
              <SubmitButton variant="primary" busyWord={t("common.busy")}>
                {t("screening.page.claim")}
              </SubmitButton>
            </div>
          </Form>
        )}
        <ButtonRow>
          {may.undo && <LinkButton to={`${base}/undoing`}>{t("screening.page.undoButton")}</LinkButton>}
          {may.extend && <LinkButton to={`${base}/extension`}>{t("screening.page.extendButton")}</LinkButton>}
          {!claim?.mine && <ReleaseButton page={page} base={base} />}
        </ButtonRow>
      </Stack>
    </Panel>
  );
}
