import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { Timeline, type TimelineStage } from "#app/components/timeline.tsx";
import { SumOfShares } from "#app/features/competitions/components/editor/sum-of-shares.tsx";
import { EditorControl } from "#app/features/competitions/components/editor/editor-control.tsx";
import { ItemList } from "#app/features/competitions/components/editor/item-list.tsx";
import type { TemplateFile, Words } from "#app/features/competitions/definition/types.ts";
import type { Collection, Control, Place } from "#app/features/competitions/editing/types.ts";
import type { EditionStatus } from "#app/features/competitions/types.ts";
import { formatBytes, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type Listed = { key: string; address: string; name: string; kind: string | null; weightBp: number | null; todo: number };

export type PartView = {
  place: Place;
  status: EditionStatus;
  controls: Control[];
  base: string;
  zone: string;
  /** Address of the rules of the edition. */
  root: string;
  title: Words | null;
  values: Record<string, unknown>;
  frozen: { label: Words; value: Words }[];
  /** What does not fit yet, by control. */
  faults: Record<string, string>;
  /** What does not fit and belongs to no single control. */
  loose: string[];
  list: { collection: Collection; sheet?: string; items: Listed[] } | null;
  timeline: TimelineStage[];
  hasInterview: boolean;
  template: TemplateFile | null;
  now: number;
};

export type Collision = { base: string; rows: { label: Words; stored: Words; typed: Words }[] };
export type PartState = { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;

type PartPageProps = { page: PartView; collision?: Collision; state: PartState; owner?: string };

/** One part of the rules, or one thing of it. */
export function PartPage({ page, collision, state, owner }: PartPageProps) {
  const t = useTranslate();
  const { place, root, title, list } = page;
  const part = t(`editor.parts.${place.part}`);
  const own = title ? inLocale(t.locale, title) : part;
  const crumbs = [
    { label: t("editor.title"), to: `${root}/edit` },
    ...(place.item === undefined ? [] : [{ label: part, to: `${root}/edit/${place.part}` }]),
    ...(place.criterion === undefined ? [] : [{ label: t("editor.parts.rubrics"), to: `${root}/edit/rubrics/${place.item}` }]),
    { label: own },
  ];
  return (
    <>
      <PageHeader title={own} crumbs={crumbs} crumbsLabel={t("common.crumbs")} meta={place.item === undefined ? t(`editor.leads.${place.part}`) : undefined} actions={<HeadActions page={page} />} />
      <Stack>
        {page.status !== "draft" && <Notice tone="info">{t(page.controls.length > 0 ? "editor.leadOpen" : "editor.frozenNote")}</Notice>}
        {page.loose.map((words) => (
          <Notice key={words} tone="warn">
            {words}
          </Notice>
        ))}
        {page.timeline.length > 0 && <Timeline stages={page.timeline} now={page.now} words={{ label: t("common.timeline.label"), done: t("common.timeline.done"), running: t("common.timeline.running"), toCome: t("common.timeline.toCome") }} />}
        {collision && <CollisionPanel collision={collision} />}
        {page.controls.length > 0 && <PartForm page={page} collision={collision} state={state} owner={owner} />}
        {place.part === "fields" && place.item !== undefined && page.values.kind === "statement" && <TemplatePanel page={page} />}
        {place.part === "interview" && page.status === "draft" && <InterviewUse page={page} />}
        {list && <ListPanel page={page} list={list} />}
        {page.frozen.length > 0 && (
          <Panel title={t("editor.frozen")}>
            <DescriptionList items={page.frozen.map(({ label, value }) => ({ term: inLocale(t.locale, label), value: inLocale(t.locale, value) }))} />
          </Panel>
        )}
      </Stack>
    </>
  );
}

function HeadActions({ page: { place, root, list, status } }: { page: PartView }) {
  const t = useTranslate();
  const isForm = place.part === "fields" || place.part === "sections";
  return (
    <>
      {isForm && <LinkButton to={`${root}/preview`}>{t("editor.preview")}</LinkButton>}
      {list && list.items.length > 0 && status === "draft" && place.item === undefined && (
        <LinkButton to={`${root}/additions/${list.collection}`} variant="primary">
          {t("editor.list.add")}
        </LinkButton>
      )}
    </>
  );
}

function PartForm({ page, collision, state, owner }: Omit<PartPageProps, "collision"> & { collision?: Collision }) {
  const t = useTranslate();
  const { controls, values, zone, faults, place } = page;
  const [kind, setKind] = useState(typedText(state?.values, "kind", typeof values.kind === "string" ? values.kind : ""));
  const errors = { ...namedByField(controls, faults), ...state?.errors };
  const labels = Object.fromEntries(controls.map(({ path, label }) => [path, inLocale(t.locale, label)]));
  const [yeses, setYeses] = useState(() => yesesOf(controls, values, state?.values));
  const shown = controls.filter(({ onlyFor, orIf }) => !onlyFor || onlyFor.includes(kind) || (orIf !== undefined && yeses[orIf] === true && isShownFor(controls, orIf, kind)));
  const chosen = (path: string) => (value: string) => (path === "kind" ? setKind(value) : setYeses({ ...yeses, [path]: value === "yes" }));
  const drawn = (control: Control) => (
    <div key={control.path} id={`c-${control.path.replaceAll(/[^\w-]+/g, "-")}`}>
      <input type="hidden" name="shown" value={control.path} />
      <EditorControl control={control} value={values[control.path]} zone={zone} errors={errors} typed={state?.values} onChoose={chosen(control.path)} />
    </div>
  );
  return (
    <KeptForm id={`part-${place.part}`} method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <input type="hidden" name="base" value={collision?.base ?? page.base} />
      <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
      {shown.filter(({ adds }) => !adds).map(drawn)}
      {shown.some(({ adds }) => adds) && <SumOfShares>{shown.filter(({ adds }) => adds).map(drawn)}</SumOfShares>}
      {page.status === "open" && (
        <TextArea name="reason" rows={3} maxLength={600} required need={t("common.required")} label={t("editor.reason")} hint={t("editor.reasonHint")} error={state?.errors.reason} defaultValue={typedText(state?.values, "reason")} />
      )}
      <div className="save-bar">
        <SubmitButton variant={page.list && page.place.item === undefined ? "secondary" : "primary"} busyWord={t("common.busy")}>
          {t("editor.submit")}
        </SubmitButton>
      </div>
    </KeptForm>
  );
}

const isShownFor = (controls: readonly Control[], path: string, kind: string): boolean =>
  controls.some((control) => control.path === path && (control.onlyFor?.includes(kind) ?? true));

/** Which boxes are ticked, by the path of their control: other controls may wait for one. */
const yesesOf = (controls: readonly Control[], values: Record<string, unknown>, typed: TypedValues | undefined): Record<string, boolean> =>
  Object.fromEntries(controls.filter(({ kind }) => kind === "yes").map(({ path }) => [path, typed ? typedText(typed, path) === "yes" : values[path] === true]));

/** Words in two languages have two fields: what is wrong stands at the first. */
const namedByField = (controls: readonly Control[], faults: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([path, words]) => [controls.find((control) => control.path === path)?.kind === "words" ? `${path}.id` : path, words]));

function CollisionPanel({ collision }: { collision: Collision }) {
  const t = useTranslate();
  const title = t("editor.collision.title");
  return (
    <Panel title={title} edge="mark">
      <Stack gap="small">
        <p>{t("editor.collision.note")}</p>
        {collision.rows.map(({ label, stored, typed }) => (
          <div key={label.id}>
            <p className="field__label">{inLocale(t.locale, label)}</p>
            <div className="two-texts">
              <section>
                <h3>{t("editor.collision.stored")}</h3>
                <p className="whitespace-pre-wrap">{inLocale(t.locale, stored)}</p>
              </section>
              <section>
                <h3>{t("editor.collision.typed")}</h3>
                <p className="whitespace-pre-wrap">{inLocale(t.locale, typed)}</p>
              </section>
            </div>
          </div>
        ))}
        <div>
          <Link to="." reloadDocument>
            {t("editor.collision.reload")}
          </Link>
        </div>
      </Stack>
    </Panel>
  );
}

function ListPanel({ page, list }: { page: PartView; list: NonNullable<PartView["list"]> }) {
  const t = useTranslate();
  const { root, status } = page;
  const isSheet = list.collection === "criteria";
  const sum = list.items.reduce((total, { weightBp }) => total + (weightBp ?? 0), 0);
  const adding = `${root}/additions/${list.collection}${isSheet ? `/${list.sheet}` : ""}`;
  const add = status === "draft" ? <LinkButton to={adding}>{t("editor.list.add")}</LinkButton> : undefined;
  const items = list.items.map((item) => ({
    ...item,
    to: `${root}/edit/${item.address}`,
    note: isSheet ? (item.weightBp === null ? t("competitions.rules.unset") : formatShare(t.locale, item.weightBp)) : list.collection === "fields" && item.kind ? t(`competitions.fieldKinds.${item.kind as "file"}`) : undefined,
  }));
  return (
    <Panel title={t(isSheet ? "editor.list.criteria" : `editor.parts.${page.place.part}`)} aside={isSheet ? t("editor.list.weights", { sum: formatShare(t.locale, sum) }) : undefined}>
      <Stack gap="small">
        <ItemList items={items} collection={list.collection} sheet={list.sheet} base={root} editable={status === "draft"} add={add} />
        {isSheet && items.length > 0 && add && <div>{add}</div>}
      </Stack>
    </Panel>
  );
}

function InterviewUse({ page: { root, hasInterview } }: { page: PartView }) {
  const t = useTranslate();
  return (
    <Form method="post" action={`${root}/interviews`}>
      <Stack gap="small">
        {!hasInterview && <p>{t("editor.interviews.none")}</p>}
        <input type="hidden" name="used" value={hasInterview ? "no" : "yes"} />
        <div>
          <SubmitButton busyWord={t("common.busy")}>{t(hasInterview ? "editor.interviews.leave" : "editor.interviews.use")}</SubmitButton>
        </div>
      </Stack>
    </Form>
  );
}

function TemplatePanel({ page: { root, place, template, status } }: { page: PartView }) {
  const t = useTranslate();
  return (
    <Panel title={t("editor.template.title")}>
      <Stack gap="small">
        <p>{template ? `${template.fileName}, ${formatBytes(t.locale, template.bytes)}` : t("editor.template.none")}</p>
        {status === "draft" && (
          <ButtonRow>
            <LinkButton to={`${root}/templates/${place.item}`}>{t(template ? "editor.template.replace" : "editor.template.submit")}</LinkButton>
            {template && (
              <ConfirmDialog
                title={t("editor.template.removeTitle")}
                trigger={{ variant: "quiet", children: t("editor.template.remove") }}
                confirm={t("editor.template.remove")}
                cancel={t("common.cancel")}
                busyWord={t("common.busy")}
                danger
                action={`${root}/template-removals/${place.item}`}
              >
                <p>{t("editor.template.removeConsequence")}</p>
              </ConfirmDialog>
            )}
          </ButtonRow>
        )}
      </Stack>
    </Panel>
  );
}
