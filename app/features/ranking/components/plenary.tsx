import { SubmitRow } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FieldRow, typedList, typedText, type TypedValues } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { Select, type OptionGroup } from "#app/components/select.tsx";
import { numberText } from "#app/features/proposals/rules.ts";
import { placedColumns } from "#app/features/ranking/components/placed-columns.tsx";
import type { LineRow, MoveChoice, RecordedMove } from "#app/features/ranking/deliberation/queries.server.ts";
import type { Present } from "#app/features/ranking/deliberation/types.ts";
import { formatNumber, formatPlainDay, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

/** The rows on either side of the line with what speaks for and against them. */
export function LineTable({ rows, size, year }: { rows: readonly LineRow[]; size: number; year: number }) {
  const t = useTranslate();
  const points = (value: number | null) => (value === null ? <Missing word={t("ranking.table.unknown")} /> : formatNumber(t.locale, value, 2));
  return (
    <Panel title={t("ranking.deliberation.rows")}>
      <DataTable
        caption={t("ranking.deliberation.rows")}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: t("ranking.deliberation.rows") })}
        rows={rows}
        rowKey={(row) => String(row.number)}
        lineAfter={(row) => (row.rank === size ? t("ranking.deliberation.line", { size: formatNumber(t.locale, size) }) : null)}
        empty={<EmptyState title={t("ranking.deliberation.rowsEmpty")} />}
        columns={[
          ...placedColumns(t, year),
          { key: "raw", header: t("ranking.table.raw"), align: "end", tight: true, folds: true, render: (row) => points(row.raw) },
          { key: "calibrated", header: t("ranking.table.calibrated"), align: "end", tight: true, render: (row) => points(row.calibrated) },
          { key: "chance", header: t("ranking.deliberation.chance"), align: "end", tight: true, folds: true, render: (row) => (row.pTop === null ? <Missing word={t("ranking.table.unknown")} /> : formatShare(t.locale, Math.round(row.pTop * 10_000))) },
          { key: "range", header: t("ranking.deliberation.range"), align: "end", tight: true, folds: true, render: (row) => (row.rankLow === null || row.rankHigh === null ? <Missing word={t("ranking.deliberation.noRange")} /> : `${row.rankLow}–${row.rankHigh}`) },
        ]}
      />
    </Panel>
  );
}

/** Votes that were recorded, carried or not. */
export function MoveList({ moves, year }: { moves: readonly RecordedMove[]; year: number }) {
  const t = useTranslate();
  return (
    <Panel title={t("ranking.deliberation.moves")}>
      {moves.length === 0 && <p>{t("ranking.deliberation.movesEmpty")}</p>}
      <Stack>
        {moves.map(({ entering, leaving, enteringTitle, leavingTitle, inFavour, against, abstained, outcome, reason, place, heldOn, present, recordedAt }) => (
          <article key={`${recordedAt} ${entering} ${leaving}`}>
            <p>
              <strong>{t("ranking.deliberation.move", { entering: named(year, entering, enteringTitle), leaving: named(year, leaving, leavingTitle) })}</strong>: {t(`ranking.deliberation.${outcome}`)}, {t("ranking.deliberation.votes", { inFavour, against, abstained })}
            </p>
            <p className="whitespace-pre-line">{reason}</p>
            <p className="faint">
              {t("ranking.deliberation.session", { place, date: formatPlainDay(t.locale, heldOn), names: present.map(({ name }) => name).join(", ") })}
            </p>
          </article>
        ))}
      </Stack>
    </Panel>
  );
}

type State = { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
const [sides, numbers] = [["entering", "leaving"] as const, ["inFavour", "against", "abstained"] as const];

const named = (year: number, number: number, title: string): string => `${numberText(year, number)} (${title})`;

/** What may leave: the listed; what may enter: the reserve first, then what lies beyond it. */
function optionsOf(t: Translate, { choices, year, listed }: { choices: readonly MoveChoice[]; year: number; listed: boolean }): OptionGroup[] {
  const group = (label: string, rows: readonly MoveChoice[]): OptionGroup[] =>
    rows.length === 0 ? [] : [{ group: label, options: rows.map(({ rank, number, title, agencyName }) => ({ value: String(number), label: `${rank}. ${numberText(year, number)} ${title}, ${agencyName}` })) }];
  if (listed) return group(t("ranking.table.parts.listed"), choices.filter((row) => row.listed));
  const open = choices.filter((row) => !row.listed);
  return [...group(t("ranking.table.parts.reserve"), open.filter(({ reserve }) => reserve)), ...group(t("ranking.table.parts.outside"), open.filter(({ reserve }) => !reserve))];
}

/** What the plenary decided about one move, with who was there. */
export function MoveForm({ listId, year, choices, members, back, state }: { listId: string; year: number; choices: readonly MoveChoice[]; members: readonly Present[]; back: string; state: State }) {
  const t = useTranslate();
  const words = (name: string): string => t(`ranking.deliberation.${name}` as "ranking.deliberation.reason");
  const labels = { ...Object.fromEntries([...sides, ...numbers].map((name) => [name, words(name)])), reason: words("reason"), place: words("where"), heldOn: words("heldOn"), present: words("present") };
  const field = (name: string, label: string, type?: "date") => (
    <TextInput key={name} name={name} label={label} need={t("common.required")} error={state?.errors[name]} defaultValue={typedText(state?.values, name)} {...(type ? { type } : { inputMode: "numeric" as const })} required />
  );
  return (
    <Panel title={t("ranking.deliberation.record")}>
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <KeptForm method="post" id="move" keptNotice={t("common.restored")}>
          <input type="hidden" name="listId" value={listId} />
          <Stack>
            {sides.map((name) => (
              <Select key={name} name={name} label={words(name)} need={t("common.required")} emptyLabel={t("ranking.deliberation.choose")} error={state?.errors[name]} defaultValue={typedText(state?.values, name)} options={optionsOf(t, { choices, year, listed: name === "leaving" })} required />
            ))}
            <TextArea name="reason" label={labels.reason} hint={t("ranking.deliberation.reasonHint")} need={t("common.required")} error={state?.errors.reason} defaultValue={typedText(state?.values, "reason")} rows={5} required />
            <FieldRow>
              <TextInput name="place" label={labels.place} need={t("common.required")} error={state?.errors.place} defaultValue={typedText(state?.values, "place")} required />
              {field("heldOn", labels.heldOn, "date")}
            </FieldRow>
            <CheckboxGroup name="present" label={labels.present} defaultValue={typedList(state?.values, "present")} error={state?.errors.present} options={members.map(({ userId, name }) => ({ value: userId, label: name }))} />
            <FieldRow>{numbers.map((name) => field(name, words(name)))}</FieldRow>
            <SubmitRow variant="primary" submit={t("ranking.deliberation.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
          </Stack>
        </KeptForm>
      </Stack>
    </Panel>
  );
}
