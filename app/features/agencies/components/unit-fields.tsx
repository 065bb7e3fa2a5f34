import { typedText } from "#app/components/field.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { unitKinds } from "#app/features/agencies/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type SentForm = { errors: Record<string, string>; values: Record<string, string | string[]> };
type Stored = { name: string; kind: string; parentId: string | null };

/** Name, kind and place of a unit. `parents` are the units it may stand below, as a tree. */
export function UnitFields({ state, parents, stored }: { state: SentForm | undefined; parents: readonly { id: string; name: string; depth: number }[]; stored?: Stored }) {
  const t = useTranslate();
  return (
    <>
      <TextInput name="name" label={t("registry.unitName")} required maxLength={160} error={state?.errors.name} defaultValue={typedText(state?.values, "name", stored?.name)} />
      <Select
        name="kind"
        required
        label={t("registry.unitKind")}
        error={state?.errors.kind}
        defaultValue={typedText(state?.values, "kind", stored?.kind ?? "unit")}
        options={unitKinds.map((kind) => ({ value: kind, label: t(`registry.unitKinds.${kind}`) }))}
      />
      <Select
        name="parentId"
        label={t("registry.unitParent")}
        emptyLabel={t("registry.noParent")}
        error={state?.errors.parentId}
        defaultValue={typedText(state?.values, "parentId", stored?.parentId ?? "")}
        options={parents.map(({ id, name, depth }) => ({ value: id, label: `${"\u2003".repeat(depth)}${name}` }))}
      />
    </>
  );
}
