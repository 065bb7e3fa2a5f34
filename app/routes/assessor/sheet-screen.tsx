import { useActionData } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { Progress } from "#app/components/progress.tsx";
import { SplitPane } from "#app/components/split-pane.tsx";
import { ReadSheet } from "#app/features/scoring/components/read-sheet.tsx";
import { ScoreForm } from "#app/features/scoring/components/score-form.tsx";
import type { SaveAnswer } from "#app/features/scoring/components/use-sheet-saving.ts";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import { EntryText } from "#app/features/screening/components/entry-text.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { EntryHead } from "#app/routes/assessor/entry-head.tsx";
import { useRoot } from "#app/root.tsx";

/** The text of an entry and the sheet beside it: the page itself, and the same page after a refused lock. */
export function SheetScreen({ page, base }: { page: SheetPage; base: string }) {
  const t = useTranslate();
  const root = useRoot();
  const answer = useActionData<SaveAnswer>();
  const state = answer?.ok === false ? answer : undefined;
  const writable = page.sheet.status === "draft" && page.window === "open";
  const text = (
    <>
      <QueueBar page={page} />
      <EntryHead page={page} />
      <EntryText parts={page.parts} />
    </>
  );
  // A new revision from the server starts the form anew; a save in the background does not come this way.
  const sheet = writable ? (
    <ScoreForm key={`${base} ${page.sheet.revision} ${state ? "refused" : ""}`} page={page} state={state} owner={root?.person?.email ?? ""} base={base} />
  ) : (
    <ReadSheet key={base} page={page} />
  );
  return <SplitPane textLabel={t("scoring.sheet.textLabel")} sheetLabel={t("scoring.sheet.title")} jump={{ toSheet: t("scoring.sheet.toSheet"), toText: t("scoring.sheet.toText") }} text={text} sheet={sheet} />;
}

function QueueBar({ page: { queue, editionId, stage } }: { page: SheetPage }) {
  const t = useTranslate();
  const back = `/assessor/${editionId}`;
  const words = t("scoring.desk.done", { done: queue.done, count: queue.of });
  return (
    <nav className="btn-row btn-row--apart" aria-label={t("scoring.desk.title")}>
      <LinkButton to={`${back}?stage=${stage.key}`} variant="quiet" dense icon={ChevronLeft}>
        {t("scoring.sheet.queue")}
      </LinkButton>
      <Progress value={queue.done} max={queue.of} label={t("scoring.desk.progress")} words={words} />
      <span className="btn-row">
        {queue.previous && (
          <LinkButton to={`${back}/sheets/${queue.previous.assignmentId}`} variant="quiet" dense icon={ChevronLeft}>
            {t("scoring.sheet.previous", { number: queue.previous.number })}
          </LinkButton>
        )}
        {queue.next && (
          <LinkButton to={`${back}/sheets/${queue.next.assignmentId}`} variant="quiet" dense iconEnd={ChevronRight}>
            {t("scoring.sheet.next", { number: queue.next.number })}
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
