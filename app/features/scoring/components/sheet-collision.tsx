import { Button } from "#app/components/button.tsx";
import type { TypedValues } from "#app/components/field.tsx";
import { typedMark } from "#app/features/scoring/components/criterion-fields.tsx";
import { StoredMarks } from "#app/features/scoring/components/save-words.tsx";
import type { StoredSheet } from "#app/features/scoring/components/use-sheet-saving.ts";
import { levelNumber } from "#app/features/scoring/rules.ts";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import type { Marks } from "#app/features/scoring/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Locale } from "#app/lib/ctx.ts";

/** What the assessor chose of two versions: its revision, and the values where they are not those in the form. */
export type Chosen = { revision: number; values?: TypedValues };

type CollisionProps = { page: SheetPage; stored: StoredSheet; typed: Marks; onChoose: (one: Chosen) => void };

/** Two windows of one person: both versions, and a button for each. */
export function Collision({ page, stored, typed, onChoose }: CollisionProps) {
  const t = useTranslate();
  const { revision } = stored;
  const actions = (
    <>
      <Button type="button" dense onClick={() => onChoose({ revision })}>
        {t("scoring.sheet.keepOwn")}
      </Button>
      <Button type="button" dense onClick={() => onChoose({ revision, values: valuesOf(t.locale, page, stored) })}>
        {t("scoring.sheet.useStored")}
      </Button>
    </>
  );
  return <StoredMarks page={page} stored={stored.marks} typed={typed} hint={t("scoring.sheet.storedChoose")} actions={actions} />;
}

/** A stored sheet as its form holds it. */
const valuesOf = (locale: Locale, { criteria }: SheetPage, { marks, notes, note, privateNote }: StoredSheet): TypedValues =>
  Object.fromEntries([
    ...criteria.flatMap((criterion) => {
      const mark = marks[criterion.key] ?? null;
      const level = mark === null ? null : levelNumber(criterion, mark);
      return [
        [`mark.${criterion.key}`, typedMark(locale, mark)],
        [`level.${criterion.key}`, level === null ? "" : String(level)],
        [`note.${criterion.key}`, notes[criterion.key] ?? ""],
      ];
    }),
    ["note", note],
    ["privateNote", privateNote],
  ]) as TypedValues;
