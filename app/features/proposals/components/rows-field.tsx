import { Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { FieldGroup, type FieldProps, fieldId, type TypedValues } from "#app/components/field.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import type { Column, FormField } from "#app/features/competitions/definition/types.ts";
import { cellName, longestCell, mostRows, type Row, rowFaults, rowsFromCells, rowsMark, rowsOf, shownRows } from "#app/features/proposals/form/rows/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type RowsQuestion = Pick<FormField, "key" | "columns" | "minRows" | "maxRows" | "required">;
type Line = { id: number; row: Row };
type RowsFieldProps = FieldProps & { field: RowsQuestion; rows: readonly Row[] };

/** The lines that were typed, as a refused form gives them back, or those stored. */
export function typedRows(typed: TypedValues | undefined, field: Pick<FormField, "key">, stored: string): Row[] {
  if (typed?.[rowsMark(field.key)] === undefined) return rowsOf(stored) ?? [];
  return rowsFromCells(field.key, Object.entries(typed).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const));
}

/** What is wrong with the lines, in words: the first thing only. */
export function rowsFault(t: Translate, field: RowsQuestion, value: string): string {
  const rows = rowsOf(value);
  if (rows === null) return t("proposals.rows.unreadable");
  const [fault] = rowFaults(field, rows);
  if (!fault) return t("proposals.rows.unreadable");
  if (fault.kind === "tooFew") return t("proposals.rows.tooFew", { least: fault.least });
  if (fault.kind === "tooMany") return t("proposals.rows.tooMany", { most: fault.most });
  return t(`proposals.rows.${fault.kind}`, { line: fault.line, column: inLocale(t.locale, fault.column.label) });
}

/** A small table to fill in: a line a thing. Lines come and go by button; without scripts some empty ones stand ready. */
export function RowsField({ field, rows, ...props }: RowsFieldProps) {
  const t = useTranslate();
  const live = useHydrated();
  const { lines, said, add, remove, box } = useLines(t, field, rows);
  const most = field.maxRows || mostRows;
  const counts = countHint(t, field);
  return (
    <div ref={box} tabIndex={-1}>
      <FieldGroup field={{ ...props, hint: props.hint || counts ? <>{props.hint} {counts}</> : undefined }}>
        <table className="rows">
          <thead>
            <tr>
              {field.columns.map((column) => (
                <th key={column.key} scope="col">
                  <ColumnWords column={column} />
                </th>
              ))}
              {live && <td />}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Cells key={line.id} line={line} index={index} field={field} remove={live && lines.length > 1 ? () => remove(index) : undefined} />
            ))}
          </tbody>
        </table>
        {live && (
          <div>
            <Button type="button" dense icon={Plus} onClick={add} blocked={lines.length >= most ? t("proposals.rows.most", { most }) : undefined}>
              {t("proposals.rows.add")}
            </Button>
          </div>
        )}
        <p className="vh" role="status">
          {said}
        </p>
      </FieldGroup>
    </div>
  );
}

function countHint(t: Translate, { minRows: least, maxRows: most }: RowsQuestion): string {
  if (least > 0 && most > 0) return t("proposals.rows.range", { least, most });
  if (most > 0) return t("proposals.rows.most", { most });
  return least > 0 ? t("proposals.rows.least", { least }) : "";
}

/** The lines on the page. A line that comes takes the focus; one that goes leaves it to its neighbour, and the form is told. */
function useLines(t: Translate, field: RowsQuestion, rows: readonly Row[]) {
  const [lines, setLines] = useState<Line[]>(() => shownRows(field, rows).map((row, id) => ({ id, row })));
  const [step, setStep] = useState<{ focus: number; said: string; count: number } | null>(null);
  const next = useRef(lines.length);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!step) return;
    box.current?.querySelector<HTMLInputElement>(`tr[data-line="${step.focus}"] input`)?.focus();
    box.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [step]);
  const tell = (focus: number, said: string) => setStep((earlier) => ({ focus, said, count: (earlier?.count ?? 0) + 1 }));
  return {
    ...{ lines, box, said: step?.said ?? "" },
    add: () => {
      setLines((known) => [...known, { id: next.current++, row: {} }]);
      tell(lines.length, t("proposals.rows.added", { line: lines.length + 1 }));
    },
    remove: (index: number) => {
      setLines((known) => known.filter((_, at) => at !== index));
      tell(Math.max(0, index - 1), t("proposals.rows.removed", { line: index + 1 }));
    },
  };
}

function ColumnWords({ column: { kind, label, required } }: { column: Column }) {
  const t = useTranslate();
  const notes = [kind === "shortText" ? "" : t(`proposals.rows.${kind}`), required ? "" : t("proposals.rows.optional")].filter(Boolean).join(", ");
  return (
    <>
      {inLocale(t.locale, label)} {notes && <span className="need">({notes})</span>}
    </>
  );
}

type CellsProps = { line: Line; index: number; field: RowsQuestion; remove: (() => void) | undefined };

function Cells({ line, index, field, remove }: CellsProps) {
  const t = useTranslate();
  return (
    <tr data-line={index}>
      {field.columns.map((column, at) => (
        <td key={column.key}>
          <span className="rows__label" aria-hidden="true">
            {t("proposals.rows.cell", { column: inLocale(t.locale, column.label), line: index + 1 })}
          </span>
          <input
            className="input"
            id={index === 0 && at === 0 ? fieldId(field.key) : undefined}
            name={cellName(field.key, line.id, column.key)}
            type={column.kind === "date" ? "date" : column.kind === "url" ? "url" : "text"}
            inputMode={column.kind === "number" ? "decimal" : undefined}
            maxLength={longestCell}
            defaultValue={line.row[column.key] ?? ""}
            aria-label={t("proposals.rows.cell", { column: inLocale(t.locale, column.label), line: index + 1 })}
          />
        </td>
      ))}
      {remove && (
        <td className="rows__end">
          <Button type="button" variant="quiet" dense icon={X} iconOnly onClick={remove}>
            {t("proposals.rows.remove", { line: index + 1 })}
          </Button>
        </td>
      )}
    </tr>
  );
}
