import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedList, typedText, type TypedValues } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { LineRow, RecordedMove } from "#app/features/ranking/deliberation/queries.server.ts";
import type { Present } from "#app/features/ranking/deliberation/types.ts";
import { formatNumber, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** The rows on either side of the line with what speaks for and against them. */
export function LineTable({ rows }: { rows: readonly LineRow[] }) {
  const t = useTranslate();
  const points = (value: number | null): string => (value === null ? "-" : formatNumber(t.locale, value, 2));
  return (
    <Panel title={t("ranking.deliberation.rows")}>
      <DataTable
        caption={t("ranking.deliberation.rows")}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: t("ranking.deliberation.rows") })}
        rows={rows}
        rowKey={(row) => String(row.number)}
        empty={<EmptyState title={t("ranking.deliberation.rowsEmpty")} />}
        columns={[
          { key: "rank", header: "#", render: (row) => row.rank },
          { key: "number", header: t("ranking.deliberation.number"), render: (row) => row.number },
          { key: "entry", header: t("ranking.deliberation.entry"), rowHeader: true, render: (row) => `${row.title}, ${row.agencyName}` },
          { key: "place", header: t("ranking.deliberation.place"), render: (row) => t(`ranking.deliberation.${row.listed ? "listed" : row.reserve ? "reserve" : "outside"}`) },
          { key: "mark", header: t("ranking.deliberation.mark"), render: (row) => `${points(row.raw)} / ${points(row.calibrated)}` },
          { key: "range", header: t("ranking.deliberation.range"), render: (row) => (row.rankLow === null || row.rankHigh === null ? <Missing word={t("ranking.deliberation.noRange")} /> : `${row.rankLow}-${row.rankHigh}`) },
        ]}
      />
    </Panel>
  );
}

/** Votes that were recorded, carried or not. */
export function MoveList({ moves }: { moves: readonly RecordedMove[] }) {
  const t = useTranslate();
  return (
    <Panel title={t("ranking.deliberation.moves")}>
      {moves.length === 0 && <p>{t("ranking.deliberation.movesEmpty")}</p>}
      <Stack>
        {moves.map(({ entering, leaving, inFavour, against, abstained, outcome, reason, place, heldOn, present, recordedAt }) => (
          <article key={`${recordedAt} ${entering} ${leaving}`}>
            <p>
              <strong>{t("ranking.deliberation.move", { entering, leaving })}</strong>: {t(`ranking.deliberation.${outcome}`)}, {t("ranking.deliberation.votes", { inFavour, against, abstained })}
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
const numbers = ["entering", "leaving", "inFavour", "against", "abstained"] as const;

/** What the plenary decided about one move, with who was there. */
export function MoveForm({ listId, members, back, state }: { listId: string; members: readonly Present[]; back: string; state: State }) {
  const t = useTranslate();
  const words = (name: string): string => t(`ranking.deliberation.${name}` as "ranking.deliberation.reason");
  const labels = { ...Object.fromEntries(numbers.map((name) => [name, words(name)])), reason: words("reason"), place: words("where"), heldOn: words("heldOn"), present: words("present") };
  const field = (name: string, label: string, type?: "date") => (
    <TextInput key={name} name={name} label={label} need={t("common.required")} error={state?.errors[name]} defaultValue={typedText(state?.values, name)} {...(type ? { type } : { inputMode: "numeric" as const })} required />
  );
  return (
    <Panel title={t("ranking.deliberation.record")}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      <KeptForm method="post" id="move" keptNotice={t("common.restored")}>
        <input type="hidden" name="listId" value={listId} />
        <Stack>
          {numbers.slice(0, 2).map((name) => field(name, words(name)))}
          <TextArea name="reason" label={labels.reason} hint={t("ranking.deliberation.reasonHint")} need={t("common.required")} error={state?.errors.reason} defaultValue={typedText(state?.values, "reason")} rows={5} required />
          <TextInput name="place" label={labels.place} need={t("common.required")} error={state?.errors.place} defaultValue={typedText(state?.values, "place")} required />
          {field("heldOn", labels.heldOn, "date")}
          <CheckboxGroup name="present" label={labels.present} defaultValue={typedList(state?.values, "present")} error={state?.errors.present} options={members.map(({ userId, name }) => ({ value: userId, label: name }))} />
          {numbers.slice(2).map((name) => field(name, words(name)))}
          <ButtonRow>
            <SubmitButton variant="primary" busyWord={t("common.busy")}>
              {t("ranking.deliberation.submit")}
            </SubmitButton>
            <LinkButton to={back} variant="quiet">
              {t("common.cancel")}
            </LinkButton>
          </ButtonRow>
        </Stack>
      </KeptForm>
    </Panel>
  );
}
