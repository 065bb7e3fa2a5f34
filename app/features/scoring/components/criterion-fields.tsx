import { DescriptionList } from "#app/components/description-list.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { type Level as PickedLevel, LevelPicker } from "#app/components/level-picker.tsx";
import { SheetRow } from "#app/components/split-pane.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { levelNumber, noteWords, printPoints } from "#app/features/scoring/rules.ts";
import type { SheetCriterion } from "#app/features/scoring/sheet/queries.server.ts";
import { formatMark, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Locale } from "#app/lib/ctx.ts";
import { countWords, inLocale } from "#app/lib/words.ts";

export type Typed = { errors?: Record<string, string>; values?: TypedValues } | undefined;

/** Hundredths as one types them in the reader's language. */
export const typedMark = (locale: Locale, mark: number | null): string => {
  if (mark === null) return "";
  return locale === "en" ? printPoints(mark).replace(",", ".") : printPoints(mark);
};

type CriterionFieldsProps = {
  criterion: SheetCriterion;
  maxMark: number;
  /** The mark as it stands in the form now, hundredths. */
  mark: number | null;
  state: Typed;
  open: boolean;
};

/** One row of the sheet: what it asks, the agency's claim, levels, mark, note. */
export function CriterionFields({ criterion, maxMark, mark, state, open }: CriterionFieldsProps) {
  const t = useTranslate();
  const { key, levels } = criterion;
  const help = inLocale(t.locale, criterion.help);
  return (
    <SheetRow
      name={inLocale(t.locale, criterion.name)}
      weight={<Weight bp={criterion.weightBp} />}
      mark={mark === null ? { words: t("scoring.sheet.missing"), missing: true } : { words: formatMark(t.locale, mark) }}
      open={open}
    >
      {help !== "" && <p className="soft">{help}</p>}
      <Claim criterion={criterion} />
      {levels.length > 0 ? (
        <Levels criterion={criterion} state={state} />
      ) : (
        <TextInput
          name={`mark.${key}`}
          inputMode="decimal"
          label={t(criterion.claim ? "scoring.sheet.verified" : "scoring.sheet.mark")}
          hint={t("scoring.sheet.markHint", { maximum: typedMark(t.locale, maxMark) })}
          error={state?.errors?.[`mark.${key}`]}
          defaultValue={typedText(state?.values, `mark.${key}`, typedMark(t.locale, criterion.mark))}
        />
      )}
      <NoteField name={`note.${key}`} label={t("scoring.sheet.note")} hint={t("scoring.sheet.noteHint")} stored={criterion.note} state={state} />
    </SheetRow>
  );
}

export function Weight({ bp }: { bp: number | null }) {
  const t = useTranslate();
  return bp === null ? null : <>{t("scoring.sheet.weight", { weight: formatShare(t.locale, bp) })}</>;
}

/** Self-assessment: what the agency says of itself stands beside what the assessor finds. */
export function Claim({ criterion: { claim } }: { criterion: SheetCriterion }) {
  const t = useTranslate();
  if (!claim) return null;
  const value = claim.value.trim() === "" ? <span className="faint">{t("scoring.sheet.claimNone")}</span> : <b>{claim.value}</b>;
  const field = inLocale(t.locale, claim.label);
  return (
    <DescriptionList
      form="compact"
      items={[
        {
          term: (
            <>
              {t("scoring.sheet.claim")} <span className="faint">({field})</span>
            </>
          ),
          value,
        },
      ]}
    />
  );
}

function Levels({ criterion, state }: { criterion: SheetCriterion; state: Typed }) {
  const t = useTranslate();
  const { key, levels } = criterion;
  const number = criterion.mark === null ? null : levelNumber(criterion, criterion.mark);
  const picked = levels.map(
    (level, index): PickedLevel => ({
      value: String(index + 1),
      from: level.from / 100,
      to: level.to / 100,
      // 39,99 is said as 39 on the card: up to the next level everything belongs to this one.
      figure: `${typedMark(t.locale, level.from)}–${typedMark(t.locale, Math.floor(level.to / 100) * 100)}`,
      label: inLocale(t.locale, level.name),
    }),
  );
  return (
    <LevelPicker
      name={`level.${key}`}
      legend={t("scoring.sheet.levels", { criterion: inLocale(t.locale, criterion.name) })}
      legendHidden
      levels={picked}
      defaultLevel={typedText(state?.values, `level.${key}`, number === null ? "" : String(number))}
      error={state?.errors?.[`level.${key}`]}
      mark={{
        name: `mark.${key}`,
        label: t(criterion.claim ? "scoring.sheet.verified" : "scoring.sheet.mark"),
        defaultValue: typedText(state?.values, `mark.${key}`, typedMark(t.locale, criterion.mark)),
        error: state?.errors?.[`mark.${key}`],
        range: (level) => t("scoring.sheet.range", pointsOf(t.locale, level)),
        outside: (mark, level, fitting) =>
          t("scoring.sheet.outside", { mark, level: level.value, figure: level.figure, other: fitting?.value ?? level.value }),
      }}
    />
  );
}

const pointsOf = (locale: Locale, { from, to }: PickedLevel): { from: string; to: string } => ({
  from: typedMark(locale, Math.round(from * 100)),
  to: typedMark(locale, Math.round(to * 100)),
});

type NoteFieldProps = { name: string; label: string; hint: string; stored: string; state: Typed };

export function NoteField({ name, label, hint, stored, state }: NoteFieldProps) {
  const t = useTranslate();
  return (
    <TextArea
      name={name}
      rows={3}
      label={label}
      hint={hint}
      error={state?.errors?.[name]}
      defaultValue={typedText(state?.values, name, stored)}
      words={{
        limit: noteWords,
        countWords,
        of: (count, limit) => t("common.words.of", { count, limit }),
        over: (count) => t("common.words.over", { count }),
      }}
    />
  );
}
