import { Button, LinkButton } from "#app/components/button.tsx";
import { DeadlineCard } from "#app/features/proposals/components/deadline-card.tsx";
import { FaultList } from "#app/features/proposals/components/fault-list.tsx";
import type { EditorPage } from "#app/features/proposals/form/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** What is still to be done, until when, and the step that opens once it is done. */
export function SubmissionAside({ page, now }: { page: EditorPage; now: number }) {
  const t = useTranslate();
  const { proposal, faults, sections, closesAt } = page;
  const done = sections.filter((section) => section.state === "complete").length;
  const atUnit = proposal.status === "atUnit";
  const ready = done === sections.length && faults.length === 0;
  return (
    <div className="stack stack--medium">
      {closesAt !== null && <DeadlineCard now={now} closesAt={closesAt} zones={{ own: page.agency.zone, edition: page.edition.zone }} />}
      <section className="stack stack--small" aria-labelledby="before">
        <h2 id="before">{t(atUnit ? "proposals.editor.before" : "proposals.editor.beforeSubmission")}</h2>
        <p>{ready ? t("proposals.editor.allReady") : t("proposals.editor.ready", { done, total: sections.length })}</p>
        {faults.length > 0 && <FaultList faults={faults} proposalId={proposal.id} linked />}
        <NextStep page={page} ready={ready} />
        <LinkButton to={`/proposals/${proposal.id}/preview`} wide>
          {t("proposals.editor.preview")}
        </LinkButton>
      </section>
    </div>
  );
}

function NextStep({ page: { proposal, faults, isAdmin }, ready }: { page: EditorPage; ready: boolean }) {
  const t = useTranslate();
  const atUnit = proposal.status === "atUnit";
  const words = t(atUnit ? "proposals.handOver.submit" : "proposals.submission.submit");
  if (!atUnit && !isAdmin) return null;
  if (!ready) {
    return (
      <Button type="button" wide blocked={t("proposals.editor.blocked", { count: faults.length })}>
        {words}
      </Button>
    );
  }
  return (
    <LinkButton to={`/proposals/${proposal.id}/${atUnit ? "hand-over" : "submission"}`} variant="primary" wide>
      {words}
    </LinkButton>
  );
}
