import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RuleValue, SourceNumber } from "#app/features/competitions/components/rule-value.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import type { AwardList, Category, FormField, Group } from "#app/features/competitions/definition/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type Placed<T> = T & { path: string };

const placed = <T,>(items: readonly T[], part: string): Placed<T>[] =>
  items.map((item, index) => ({ ...item, path: `${part}.${index}` }));

type RuleTableProps<T> = { id: string; title: string; note?: string; rows: Placed<T>[]; columns: Column<Placed<T>>[] };

/** A panel that holds one list of rules. */
function RuleTable<T>({ id, title, note, rows, columns }: RuleTableProps<T>) {
  const t = useTranslate();
  const name = t("common.table.scroll", { name: title });
  return (
    <Panel title={title} id={id} flush>
      {note && <p className="panel__note">{note}</p>}
      <DataTable cards bare caption={title} captionHidden scrollLabel={name} rows={rows} rowKey={(row) => row.path} columns={columns} />
    </Panel>
  );
}

/** Groups with age and quota. */
export function RulesGroups() {
  const t = useTranslate();
  const { definition } = useRules();
  return (
    <RuleTable<Group>
      id="groups"
      title={t("competitions.rules.groups.title")}
      rows={placed(definition.groups, "groups")}
      columns={[
        {
          key: "name",
          header: t("competitions.rules.groups.group"),
          rowHeader: true,
          render: ({ name, description, path }) => (
            <>
              {inLocale(t.locale, name)}<SourceNumber path={`${path}.name`} />
              <CellNote>{inLocale(t.locale, description)}</CellNote>
            </>
          ),
        },
        {
          key: "entry",
          header: t("competitions.rules.groups.entry"),
          render: ({ byInvitation, path }) => (
            <>
              {t(byInvitation ? "competitions.rules.groups.byInvitation" : "competitions.rules.groups.byRegistration")}
              <SourceNumber path={`${path}.byInvitation`} />
            </>
          ),
        },
        { key: "age", header: t("competitions.rules.groups.minimumAge"), render: ({ path }) => <RuleValue path={`${path}.minimumAgeMonths`} kind="months" /> },
        {
          key: "quota",
          header: t("competitions.rules.groups.quota"),
          render: ({ path }) => <RuleValue path={`${path}.quotaPerAgency`} kind="integer" zero={t("competitions.rules.noLimit")} />,
        },
      ]}
    />
  );
}

export function RulesCategories() {
  const t = useTranslate();
  const { definition } = useRules();
  return (
    <RuleTable<Category>
      id="categories"
      title={t("competitions.rules.categories.title")}
      rows={placed(definition.categories, "categories")}
      columns={[
        {
          key: "name",
          header: t("competitions.rules.categories.category"),
          rowHeader: true,
          render: ({ name, path }) => (
            <>
              {inLocale(t.locale, name)}<SourceNumber path={`${path}.name`} />
            </>
          ),
        },
        {
          key: "sdgs",
          header: t("competitions.rules.categories.goals"),
          render: ({ sdgs, path }) => (
            <>
              {sdgs.join(", ") || t("competitions.rules.categories.noGoals")}{sdgs.length > 0 && <SourceNumber path={`${path}.sdgs.0`} />}
            </>
          ),
        },
      ]}
    />
  );
}

/** The questions of the proposal with their limits. */
export function RulesFields() {
  const t = useTranslate();
  const { definition } = useRules();
  const groupName = (key: string) => inLocale(t.locale, definition.groups.find((group) => group.key === key)?.name ?? { id: key, en: key });
  return (
    <RuleTable<FormField>
      id="fields"
      title={t("competitions.rules.fields.title")}
      rows={placed(definition.fields, "fields")}
      columns={[
        {
          key: "label",
          header: t("competitions.rules.fields.field"),
          rowHeader: true,
          render: ({ label, when, path }) => (
            <>
              {inLocale(t.locale, label)}<SourceNumber path={`${path}.label`} />
              {when && <CellNote>{t("competitions.rules.fields.when", whenWords(definition.fields, when))}</CellNote>}
            </>
          ),
        },
        { key: "kind", header: t("competitions.rules.fields.kind"), render: ({ kind }) => t(`competitions.fieldKinds.${kind}`) },
        { key: "required", header: t("competitions.rules.fields.required"), render: ({ required }) => t(required ? "common.yes" : "common.no") },
        {
          key: "groups",
          header: t("competitions.rules.fields.groups"),
          render: ({ groups }) => groups.map(groupName).join(", ") || t("competitions.rules.fields.allGroups"),
        },
        { key: "limit", header: t("competitions.rules.fields.limit"), render: (field) => <FieldLimit field={field} /> },
        {
          key: "evidence",
          header: t("competitions.rules.fields.evidence"),
          render: ({ evidence, path }) => (evidence ? <RuleValue path={`${path}.maxBytes`} kind="bytes" /> : t("common.no")),
        },
      ]}
    />
  );
}

function whenWords(fields: readonly FormField[], when: NonNullable<FormField["when"]>) {
  const field = fields.find(({ key }) => key === when.field);
  const unnamed = (key: string) => ({ id: key, en: key });
  const option = field?.options.find(({ key }) => key === when.option);
  return { field: field?.label ?? unnamed(when.field), option: option?.name ?? unnamed(when.option) };
}

/** Words, size or bounds, whichever the kind of question has. */
function FieldLimit({ field: { kind, min, max, path } }: { field: Placed<FormField> }) {
  const t = useTranslate();
  if (kind === "longText" || kind === "shortText") {
    return <RuleValue path={`${path}.maxWords`} kind="words" zero={t("competitions.rules.noLimit")} />;
  }
  if (kind === "file") return <RuleValue path={`${path}.maxBytes`} kind="bytes" />;
  if (min !== null && max !== null) return t("competitions.rules.fields.between", { min: String(min), max: String(max) });
  if (min !== null) return t("competitions.rules.fields.atLeast", { min: String(min) });
  return max === null ? t("competitions.rules.noLimit") : t("competitions.rules.fields.atMost", { max: String(max) });
}

/** Award lists: where from, how many, by which score. */
export function RulesLists() {
  const t = useTranslate();
  const { definition } = useRules();
  const stageName = (key: string) => inLocale(t.locale, definition.stages.find((stage) => stage.key === key)?.name ?? { id: key, en: key });
  const listName = (key: string) => inLocale(t.locale, definition.lists.find((list) => list.key === key)?.name ?? { id: key, en: key });
  return (
    <RuleTable<AwardList>
      id="lists"
      title={t("competitions.rules.lists.title")}
      rows={placed(definition.lists, "lists")}
      columns={[
        {
          key: "name",
          header: t("competitions.rules.lists.list"),
          rowHeader: true,
          render: ({ name, path }) => (
            <>
              {inLocale(t.locale, name)}<SourceNumber path={`${path}.name`} />
            </>
          ),
        },
        { key: "stage", header: t("competitions.rules.lists.stage"), render: ({ stage }) => stageName(stage) },
        { key: "from", header: t("competitions.rules.lists.from"), render: ({ from }) => (from ? listName(from) : t("competitions.rules.lists.fromAll")) },
        { key: "size", header: t("competitions.rules.lists.size"), render: ({ path }) => <RuleValue path={`${path}.size`} kind="integer" /> },
        { key: "reserve", header: t("competitions.rules.lists.reserve"), render: ({ path }) => <RuleValue path={`${path}.reserve`} kind="integer" /> },
        { key: "pass", header: t("competitions.rules.lists.passMark"), render: ({ path }) => <RuleValue path={`${path}.passMark`} kind="mark" /> },
        {
          key: "composition",
          header: t("competitions.rules.lists.composition"),
          render: ({ composition, path }) => (
            <ul className="plain-list">
              {composition.map(({ stage }, index) => (
                <li key={stage}>
                  {stageName(stage)} <RuleValue path={`${path}.composition.${index}.weightBp`} kind="basisPoints" />
                </li>
              ))}
            </ul>
          ),
        },
        { key: "quorum", header: t("competitions.rules.lists.quorum"), render: ({ quorum }) => t(`competitions.rules.lists.quorums.${quorum}`) },
        { key: "serial", header: t("competitions.rules.lists.serialCode"), render: ({ serialCode }) => serialCode },
        { key: "certificate", header: t("competitions.rules.lists.certificate"), render: ({ certificate }) => t(certificate ? "common.yes" : "common.no") },
      ]}
    />
  );
}
