import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { fieldId, FieldGroup, type TypedValues } from "#app/components/field.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import type { ControlProps } from "#app/features/competitions/components/editor/control-props.ts";
import { EditorControl } from "#app/features/competitions/components/editor/editor-control.tsx";
import { SaidSum, useSum } from "#app/features/competitions/components/editor/sum-of-shares.tsx";
import { toForm } from "#app/features/competitions/editing/reading/rules.ts";
import { valueOf } from "#app/features/competitions/editing/places/rules.ts";
import type { Control } from "#app/features/competitions/editing/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type Row = Record<string, unknown>;
/** `place` is the number in the names of its fields, which never changes; the order of the list is the order of sending. */
type Line = { place: number; row: Row };

const spare = 2;

type RowsProps = ControlProps & { control: Extract<Control, { kind: "rows" }> };

/** Lines of a small table: with scripts one adds, moves and removes them; without, empty lines wait and emptied ones go. */
export function EditorRows(props: RowsProps) {
  const { control, value, name = control.path, errors, typed } = props;
  const t = useTranslate();
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<Line[]>(() => startLines((value ?? []) as Row[], typed, name));
  const { sum, addUp } = useSum(box, `input[name$=".${control.sum}"]`, lines);
  const setFresh = useFocusOn(box);
  const shown = hydrated ? lines : [...lines, ...blanks(lines)];
  const add = () => {
    const [line] = blanks(lines);
    if (!line) return;
    setLines([...lines, line]);
    setFresh(line.place);
  };
  return (
    <FieldGroup field={{ name, label: inLocale(t.locale, control.label), hint: control.hint && inLocale(t.locale, control.hint), error: errors?.[name] }}>
      <div className="edit-lines" onInput={control.sum ? addUp : undefined} ref={box} id={fieldId(name)} tabIndex={-1}>
        {shown.map((line, index) => (
          <div key={line.place} className="edit-line" data-line={line.place} role="group" aria-label={t("editor.line", { number: index + 1 })}>
            <LineFields {...props} name={name} line={line} />
            {hydrated && <LineActs lines={lines} index={index} onChange={setLines} />}
          </div>
        ))}
        {control.sum && sum !== null && lines.length > 0 && <SaidSum sum={sum} />}
        {hydrated && lines.length < control.most && (
          <div>
            <Button type="button" variant="secondary" dense icon={Plus} onClick={add}>
              {t("editor.addLine")}
            </Button>
          </div>
        )}
      </div>
    </FieldGroup>
  );
}

/** Whoever adds a line goes on writing in it. */
function useFocusOn(box: RefObject<HTMLElement>): (place: number) => void {
  const [fresh, setFresh] = useState<number | null>(null);
  useEffect(() => {
    if (fresh !== null) box.current?.querySelector<HTMLElement>(`[data-line="${fresh}"] :is(input:not([type=hidden]),select,textarea)`)?.focus();
  }, [box, fresh]);
  return setFresh;
}

function LineFields({ control, name, line: { place, row }, zone, errors, typed }: RowsProps & { name: string; line: Line }) {
  return (
    <>
      <input type="hidden" name={`${name}.order`} value={place} />
      {control.keyed && <input type="hidden" name={`${name}.${place}.key`} value={typeof row.key === "string" ? row.key : ""} />}
      {control.columns.map((column) => (
        <EditorControl key={column.path} control={column} name={`${name}.${place}.${column.path}`} value={toForm(column.codec, valueOf(row, column.path))} zone={zone} errors={errors} typed={typed} />
      ))}
    </>
  );
}

function LineActs({ lines, index, onChange }: { lines: Line[]; index: number; onChange: (lines: Line[]) => void }) {
  const t = useTranslate();
  const number = index + 1;
  const move = (by: number) => {
    const line = lines[index];
    if (line && index + by >= 0 && index + by < lines.length) onChange(lines.toSpliced(index, 1).toSpliced(index + by, 0, line));
  };
  return (
    <div className="edit-line__acts">
      <Button type="button" variant="quiet" dense iconOnly icon={ArrowUp} aria-disabled={index === 0 || undefined} onClick={() => move(-1)}>
        {t("editor.lineUp", { number })}
      </Button>
      <Button type="button" variant="quiet" dense iconOnly icon={ArrowDown} aria-disabled={index === lines.length - 1 || undefined} onClick={() => move(1)}>
        {t("editor.lineDown", { number })}
      </Button>
      <Button type="button" variant="quiet" dense iconOnly icon={Trash2} onClick={() => onChange(lines.toSpliced(index, 1))}>
        {t("editor.removeLine", { number })}
      </Button>
    </div>
  );
}

/** What a refused form held, else what is stored. */
function startLines(stored: readonly Row[], typed: TypedValues | undefined, name: string): Line[] {
  const order = typed?.[`${name}.order`];
  if (order === undefined) return stored.map((row, place) => ({ place, row }));
  const places = (typeof order === "string" ? [order] : order).map(Number);
  return places.map((place) => ({ place, row: { ...stored[place], key: typed?.[`${name}.${place}.key`] ?? "" } }));
}

function blanks(lines: readonly Line[]): Line[] {
  const next = Math.max(-1, ...lines.map(({ place }) => place)) + 1;
  return Array.from({ length: spare }, (_, index) => ({ place: next + index, row: {} }));
}
