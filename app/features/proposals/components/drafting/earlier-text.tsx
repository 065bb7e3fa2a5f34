import { RotateCcw } from "lucide-react";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { Badge } from "#app/components/badge.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { FormField } from "#app/features/competitions/definition/types.ts";
import type { RevisionsPage, RevisionView } from "#app/features/proposals/drafting/queries.server.ts";
import { compareWords } from "#app/features/proposals/drafting/rules.ts";
import { answerWords } from "#app/features/proposals/form/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type EarlierTextProps = { page: RevisionsPage; revision: RevisionView; before: RevisionView | undefined };

/** One text of a question as it was saved, with what it changed in the text before it. */
export function EarlierText({ page, revision, before }: EarlierTextProps) {
  const t = useTranslate();
  const said = (value: string) => inLocale(t.locale, answerWords(page.field as FormField, value));
  const time = formatInstant(t.locale, revision.at, page.zone);
  return (
    <Panel
      title={t("drafting.history.saved", { time, name: revision.by })}
      aside={revision.current ? <Badge tone="ok">{t("drafting.history.current")}</Badge> : t("drafting.history.words", { count: revision.words })}
    >
      {before && <p className="field__hint">{t("drafting.history.changes")}</p>}
      <Changes from={before ? said(before.value) : said(revision.value)} to={said(revision.value)} />
      {!revision.current && page.writable && (
        <ConfirmDialog
          title={t("drafting.history.restore")}
          trigger={{ children: t("drafting.history.restore"), icon: RotateCcw, dense: true }}
          confirm={t("drafting.history.restore")}
          cancel={t("common.cancel")}
          busyWord={t("common.busy")}
          action={`/proposals/${page.proposal.id}/restoration`}
          fields={{ fieldKey: page.field.key, revision: String(revision.revision) }}
        >
          <p>{t("drafting.history.restoreText", { time })}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function Changes({ from, to }: { from: string; to: string }) {
  const t = useTranslate();
  const runs = compareWords(from, to);
  if (to === "" && from === "") return <p className="soft">{t("drafting.collision.empty")}</p>;
  return (
    <p className="prose">
      {runs.map((run, index) => {
        if (run.in === "both") return <span key={index}>{run.text}</span>;
        return run.in === "first" ? (
          <del key={index} className="differs differs--gone">
            <span className="vh">{t("drafting.history.removed")} </span>
            {run.text}
          </del>
        ) : (
          <ins key={index} className="differs">
            <span className="vh">{t("drafting.history.added")} </span>
            {run.text}
          </ins>
        );
      })}
    </p>
  );
}
