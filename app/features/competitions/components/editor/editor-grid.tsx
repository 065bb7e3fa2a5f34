import { FieldError, fieldId, FieldGroup, typedText } from "#app/components/field.tsx";
import type { ControlProps } from "#app/features/competitions/components/editor/control-props.ts";
import { cellName } from "#app/features/competitions/editing/reading/rules.ts";
import type { Control } from "#app/features/competitions/editing/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type Line = { agencyKind: string; group: string | null; limit: number };

/** A number for each kind of agency and group. */
export function EditorGrid({ control, value, name = control.path, errors = {}, typed }: ControlProps & { control: Extract<Control, { kind: "grid" }> }) {
  const t = useTranslate();
  const lines = (value ?? []) as Line[];
  const columns = [{ value: null, label: t("editor.allGroups") }, ...control.columns.map((one) => ({ value: one.value, label: inLocale(t.locale, one.label) }))];
  const storedAt = (kind: string, group: string | null) => String(lines.find((line) => line.agencyKind === kind && line.group === group)?.limit ?? "");
  return (
    <FieldGroup field={{ name, label: inLocale(t.locale, control.label), hint: control.hint && inLocale(t.locale, control.hint) }}>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("editor.scroll")}>
        <table className="table table--dense">
          <thead>
            <tr>
              <th scope="col">{t("editor.agencyKind")}</th>
              {columns.map((column) => (
                <th key={column.value ?? "*"} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {control.rows.map((row) => (
              <tr key={row.value}>
                <th scope="row">{inLocale(t.locale, row.label)}</th>
                {columns.map((column) => {
                  const own = cellName(name, row.value, column.value);
                  return <GridCell key={own} own={own} label={`${inLocale(t.locale, row.label)}, ${column.label}`} error={errors[own]} value={typedText(typed, own, storedAt(row.value, column.value))} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FieldGroup>
  );
}

function GridCell({ own, label, error, value }: { own: string; label: string; error?: string; value: string }) {
  const id = fieldId(own);
  return (
    <td>
      <input
        className="input input--dense"
        id={id}
        name={own}
        inputMode="numeric"
        size={5}
        data-sized
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        defaultValue={value}
      />
      <FieldError own={id} error={error} />
    </td>
  );
}
