import { LinkButton } from "#app/components/button.tsx";
import type { TypedValues } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SaveState, type SavingState } from "#app/components/save-state.tsx";
import type { Saving } from "#app/features/scoring/components/use-sheet-saving.ts";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
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

type StoredMarksProps = { page: SheetPage; typed: TypedValues | undefined; to: string };

/** The marks another window saved, where a save was refused because of them; what was typed here stays in the form. */
export function StoredMarks({ page, typed, to }: StoredMarksProps) {
  const t = useTranslate();
  if (typed?.revision === undefined || Number(typed.revision) === page.sheet.revision) return null;
  return (
    <Notice
      tone="warn"
      title={t("scoring.sheet.stored")}
      actions={
        <LinkButton to={to} plain dense>
          {t("scoring.sheet.useStored")}
        </LinkButton>
      }
    >
      <ul>
        {page.criteria.map(({ key, name, mark }) => (
          <li key={key}>
            {t("scoring.sheet.storedMark", {
              criterion: inLocale(t.locale, name),
              mark: mark === null ? t("scoring.sheet.missing") : formatMark(t.locale, mark),
            })}
          </li>
        ))}
      </ul>
      <p>{t("scoring.sheet.storedHint")}</p>
    </Notice>
  );
}
