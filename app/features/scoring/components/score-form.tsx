import { Ban, Lock } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { Missing } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { SheetTotal } from "#app/components/split-pane.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { type Chosen, Collision } from "#app/features/scoring/components/sheet-collision.tsx";
import { CriterionFields, NoteField, type Typed } from "#app/features/scoring/components/criterion-fields.tsx";
import { SaveWords, StoredMarks } from "#app/features/scoring/components/save-words.tsx";
import { SheetKeysHelp, useSheetKeys } from "#app/features/scoring/components/sheet-keys.tsx";
import { SheetSession } from "#app/features/scoring/components/sheet-session.tsx";
import { type SaveAnswer, useSheetSaving } from "#app/features/scoring/components/use-sheet-saving.ts";
import { provisionalTotal, readMark, unmarked } from "#app/features/scoring/rules.ts";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import type { Marks } from "#app/features/scoring/types.ts";
import { formatMark, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

const formId = "sheet";

type ScoreFormProps = {
  page: SheetPage;
  /** What a refused save or lock left behind. */
  state: SaveAnswer | undefined;
  owner: string;
  /** Address of the sheet; lock and recusal stand below it. */
  base: string;
};

/** The sheet of one entry: criteria one at a time, notes, the provisional total, saving by itself, locking. */
export function ScoreForm({ page, state, owner, base }: ScoreFormProps) {
  const t = useTranslate();
  const saving = useSheetSaving({ base, owner, formId });
  const { restored } = saving;
  const [marks, setMarks] = useState<Marks>(() => startingMarks(page, state?.values));
  useEffect(() => {
    if (restored) setMarks(startingMarks(page, restored.values));
  }, [restored, page]);
  const saved = saving.answer?.ok ? (saving.answer.revision ?? 0) : 0;
  // Another window saved meanwhile: until the assessor chooses, nothing goes out.
  const collided = saving.answer?.ok === false ? saving.answer.stored : undefined;
  const [chosen, setChosen] = useState<Chosen>({ revision: 0 });
  // What was brought back is based on the sheet as it stood then: marks given elsewhere since are not written over unseen.
  const first = restored && !saving.answer ? Number(restored.values.revision) : page.sheet.revision;
  const revision = Math.max(first, saved, chosen.revision);
  const shown: Typed = state ?? (saving.answer?.ok === false ? { errors: saving.answer.errors } : chosen.values ? { values: chosen.values } : restored ? { values: restored.values } : undefined);
  const change = (event: FormEvent<HTMLFormElement>) => {
    setMarks(marksOf(page, new FormData(event.currentTarget)));
    saving.touch(event.currentTarget);
  };
  const choose = (one: Chosen) => {
    flushSync(() => {
      setChosen(one);
      if (one.values) setMarks(startingMarks(page, one.values));
    });
    saving.saveAgain();
  };
  const keys = useSheetKeys({ base: `/assessor/${page.editionId}/sheets`, queue: page.queue });
  return (
    <div ref={keys} className="stack stack--medium">
      <div className="flex items-baseline justify-between gap-3">
        <h2>{t("scoring.sheet.title")}</h2>
        <SaveWords saving={saving} savedAt={page.sheet.savedAt} zone={page.zone} />
      </div>
      <SheetSession saving={saving} owner={owner} />
      <KeptForm
        key={chosen.values ? `chosen ${chosen.revision}` : (restored?.at ?? "stored")}
        id={formId}
        method="post"
        autoComplete="off"
        action={base}
        className="stack stack--medium"
        keptNotice={t("common.restored")}
        keptOwner={owner}
        keptClear={saving.answer?.ok === true}
        onInput={change}
        onSubmit={saving.takeOver}
      >
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labelsOf(t, page)} />
        {collided && collided.revision > revision ? (
          <Collision page={page} stored={collided} typed={marks} onChoose={choose} />
        ) : (
          <StoredMarks page={page} stored={isStale(page, state) ? startingMarks(page, undefined) : null} typed={marks} hint={t("scoring.sheet.storedHint")} />
        )}
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="pages" value={saving.pages} />
        <div>
          {page.criteria.map((criterion) => (
            <CriterionFields
              key={criterion.key}
              criterion={criterion}
              maxMark={page.maxMark}
              mark={marks[criterion.key] ?? null}
              state={shown}
              open={criterion.key === firstOpen(page, state)}
            />
          ))}
        </div>
        <NoteField name="note" label={t("scoring.sheet.overall")} hint={t("scoring.sheet.overallHint")} stored={page.sheet.note} state={shown} />
        <PrivateNote stored={page.sheet.privateNote} state={shown} />
      </KeptForm>
      <Total label={t("scoring.sheet.total")} page={page} marks={marks} />
      <SheetButtons page={page} marks={marks} base={base} />
      <SheetKeysHelp />
    </div>
  );
}

/** A sheet that was sent on the ground of an older one, and came back. */
const isStale = ({ sheet }: SheetPage, state: SaveAnswer | undefined): boolean => state?.values?.revision !== undefined && Number(state.values.revision) !== sheet.revision;

function PrivateNote({ stored, state }: { stored: string; state: Typed }) {
  const t = useTranslate();
  return (
    <TextArea
      name="privateNote"
      rows={2}
      label={t("scoring.sheet.privateNote")}
      hint={t("scoring.sheet.privateNoteHint")}
      error={state?.errors?.privateNote}
      defaultValue={typedText(state?.values, "privateNote", stored)}
    />
  );
}

function SheetButtons({ page, marks, base }: { page: SheetPage; marks: Marks; base: string }) {
  const t = useTranslate();
  const open = unmarked(page, marks).length;
  return (
    <ButtonRow>
      <ConfirmDialog
        form={formId}
        action={`${base}/lock`}
        title={t("scoring.sheet.lockTitle")}
        trigger={{
          variant: "primary",
          icon: Lock,
          children: t("scoring.sheet.lock"),
          blocked: open > 0 ? t("scoring.sheet.lockBlocked", { count: open }) : undefined,
        }}
        confirm={t("scoring.sheet.lock")}
        cancel={t("common.cancel")}
        busyWord={t("common.busy")}
      >
        <p>{t("scoring.sheet.lockBody")}</p>
      </ConfirmDialog>
      <SubmitButton form={formId} busyWord={t("common.busy")}>
        {t("scoring.sheet.save")}
      </SubmitButton>
      <LinkButton to={`${base}/recusal`} variant="quiet" icon={Ban}>
        {t(page.blind ? "conflicts.recognised.button" : "scoring.sheet.recuse")}
      </LinkButton>
    </ButtonRow>
  );
}

/** What the marks given come to, with the share of the weight they carry while some are missing. */
export function Total({ label, page, marks }: { label: string; page: Pick<SheetPage, "criteria">; marks: Marks }) {
  const t = useTranslate();
  const { mark, weightBp } = provisionalTotal(page, marks);
  const share = weightBp === 10_000 ? null : t("scoring.sheet.totalShare", { share: formatShare(t.locale, weightBp) });
  return (
    <SheetTotal
      label={
        <>
          {label} {share && <span className="faint">{share}</span>}
        </>
      }
      total={mark === null ? <Missing word={t("scoring.desk.notMarked")} /> : formatMark(t.locale, mark)}
    />
  );
}

function startingMarks(page: SheetPage, typed: TypedValues | undefined): Marks {
  return Object.fromEntries(
    page.criteria.map(({ key, mark }) => {
      const text = typed?.[`mark.${key}`];
      return [key, typeof text === "string" ? readMark(text) : mark];
    }),
  );
}

const marksOf = (page: SheetPage, form: FormData): Marks =>
  Object.fromEntries(
    page.criteria.map(({ key }) => {
      const text = form.get(`mark.${key}`);
      return [key, typeof text === "string" ? readMark(text) : null];
    }),
  );

/** The row that stands open at first: the first with a fault, else the first without a mark. */
function firstOpen({ criteria }: SheetPage, state: SaveAnswer | undefined): string | undefined {
  const faulty = criteria.find(({ key }) => state?.errors?.[`mark.${key}`] ?? state?.errors?.[`note.${key}`]);
  return (faulty ?? criteria.find(({ mark }) => mark === null) ?? criteria[0])?.key;
}

function labelsOf(t: Translate, { criteria }: SheetPage): Record<string, string> {
  const labels: Record<string, string> = { note: t("scoring.sheet.overall") };
  for (const { key, name } of criteria) {
    const words = inLocale(t.locale, name);
    labels[`mark.${key}`] = words;
    labels[`note.${key}`] = `${words}, ${t("scoring.sheet.note")}`;
  }
  return labels;
}
