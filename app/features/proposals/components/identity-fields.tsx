import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { FieldRow, type TypedValues, typedText } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { Identity } from "#app/features/proposals/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale, type WordsOf } from "#app/lib/words.ts";

type GroupChoice = { key: string; name: WordsOf; description: WordsOf; byInvitation: boolean; minimumAgeMonths: number | null };

type PlacesProps = {
  groups: readonly GroupChoice[];
  categories: readonly { key: string; name: WordsOf }[];
  /** The agency's tree; empty: the unit is written freely. */
  units: readonly { id: string; name: string; depth: number }[];
  stored: Pick<Identity, "title" | "groupKey" | "categoryKey" | "unit">;
  typed?: TypedValues;
  errors?: Record<string, string>;
};

/** Title, group, category and unit: what a proposal needs to exist. */
export function PlaceFields({ groups, categories, units, stored, typed, errors = {} }: PlacesProps) {
  const t = useTranslate();
  const options = groups.map((group) => ({ value: group.key, label: inLocale(t.locale, group.name), note: <GroupNote group={group} /> }));
  return (
    <>
      <TextInput
        name="title"
        label={t("proposals.identity.title")}
        hint={t("proposals.identity.titleHint")}
        need={t("common.required")}
        maxLength={300}
        required
        error={errors.title}
        defaultValue={typedText(typed, "title", stored.title)}
      />
      <RadioGroup
        name="groupKey"
        label={t("proposals.identity.groupKey")}
        need={t("common.required")}
        options={options}
        error={errors.groupKey}
        defaultValue={typedText(typed, "groupKey", stored.groupKey)}
      />
      <FieldRow>
        <Select
          name="categoryKey"
          label={t("proposals.identity.categoryKey")}
          need={t("common.required")}
          emptyLabel={t("proposals.identity.categoryEmpty")}
          options={categories.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }))}
          error={errors.categoryKey}
          defaultValue={typedText(typed, "categoryKey", stored.categoryKey)}
        />
        <UnitField units={units} stored={stored.unit} value={typedText(typed, "unit", stored.unit)} error={errors.unit} />
      </FieldRow>
    </>
  );
}

/** One of the agency's units; a unit written before, or closed since, stays to be chosen. */
function UnitField({ units, stored, value, error }: { units: PlacesProps["units"]; stored: string; value: string; error: string | undefined }) {
  const t = useTranslate();
  const same = { name: "unit", label: t("proposals.identity.unit"), need: t("common.required"), required: true, error };
  if (units.length === 0) return <TextInput {...same} hint={t("proposals.identity.unitHint")} maxLength={200} defaultValue={value} />;
  const isListed = stored === "" || units.some(({ name }) => name === stored);
  const options = units.map(({ name, depth }) => ({ value: name, label: `${"\u2003".repeat(depth)}${name}` }));
  const earlier = isListed ? [] : [{ value: stored, label: t("proposals.identity.unitEarlier", { unit: stored }) }];
  return <Select {...same} hint={t("proposals.identity.unitChoose")} emptyLabel={t("proposals.identity.unitEmpty")} options={[...earlier, ...options]} defaultValue={value} />;
}

function GroupNote({ group }: { group: GroupChoice }) {
  const t = useTranslate();
  const { minimumAgeMonths: months, byInvitation, description } = group;
  const parts = [
    inLocale(t.locale, description),
    months ? t("proposals.identity.ageAsked", { months }) : "",
    byInvitation ? t("proposals.identity.byInvitation") : "",
  ];
  return <>{parts.filter(Boolean).join(" ")}</>;
}

type IdentityFieldsProps = Omit<PlacesProps, "stored"> & { stored: Identity };

/** The whole identity: the places, the day it began and who made it. */
export function IdentityFields({ stored, typed, errors = {}, ...choices }: IdentityFieldsProps) {
  const t = useTranslate();
  return (
    <>
      <PlaceFields {...choices} stored={stored} typed={typed} errors={errors} />
      <FieldRow>
        <DateTimeInput
          name="startedOn"
          kind="date"
          label={t("proposals.identity.startedOn")}
          hint={t("proposals.identity.startedOnHint")}
          need={t("common.required")}
          error={errors.startedOn}
          defaultValue={typedText(typed, "startedOn", stored.startedOn ?? "")}
        />
        <TextInput
          name="innovator"
          label={t("proposals.identity.innovator")}
          hint={t("proposals.identity.innovatorHint")}
          need={t("common.required")}
          maxLength={200}
          error={errors.innovator}
          defaultValue={typedText(typed, "innovator", stored.innovator)}
        />
      </FieldRow>
    </>
  );
}
