import type { ReactNode } from "react";
import { Notice } from "#app/components/notice.tsx";
import { SaveState, type SavingState } from "#app/components/save-state.tsx";
import type { Saving } from "#app/features/scoring/components/use-sheet-saving.ts";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import type { Marks } from "#app/features/scoring/types.ts";
import { formatMark, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

const looks: Record<Saving["phase"], SavingState> = {
  idle: "saved",
  saved: "saved",
  saving: "saving",
  away: "offline",
  failed: "failed",
  refused: "failed",
  signedOut: "failed",
};

/** Whether what is marked is safe, and since when. */
export function SaveWords({ saving: { answer, phase }, savedAt, zone }: { saving: Saving; savedAt: number | null; zone: string }) {
  const t = useTranslate();
  const at = Math.max(savedAt ?? 0, answer?.savedAt ?? 0);
  const state = looks[phase];
  const words: Record<SavingState, string> = {
    saving: t("scoring.sheet.saving"),
    offline: t("drafting.states.away"),
    failed: phase === "refused" ? (answer?.message ?? t("scoring.sheet.unsaved")) : t(`drafting.states.${phase === "signedOut" ? "signedOut" : "failed"}`),
    saved: at > 0 ? t("common.saved", { time: formatTime(t.locale, at, zone) }) : t("scoring.sheet.nothingYet"),
  };
  return <SaveState state={state}>{words[state]}</SaveState>;
}

type StoredMarksProps = {
  page: SheetPage;
  /** Marks another window saved; null where there is no collision. */
  stored: Marks | null;
  /** The marks in this form now. */
  typed: Marks;
  hint: string;
  actions?: ReactNode;
};

/** The marks another window saved beside those typed here; nothing is written over unseen. */
export function StoredMarks({ page, stored, typed, hint, actions }: StoredMarksProps) {
  const t = useTranslate();
  if (stored === null) return null;
  const words = (mark: number | null | undefined): string => (mark === null || mark === undefined ? t("scoring.sheet.missing") : formatMark(t.locale, mark));
  return (
    <Notice tone="warn" title={t("scoring.sheet.stored")} actions={actions}>
      <ul>
        {page.criteria.map(({ key, name }) => (
          <li key={key}>{t("scoring.sheet.storedMark", { criterion: inLocale(t.locale, name), mark: words(stored[key]), own: words(typed[key]) })}</li>
        ))}
      </ul>
      <p>{hint}</p>
    </Notice>
  );
}
