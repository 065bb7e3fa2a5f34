import { ChevronLeft, ChevronRight, History } from "lucide-react";
import { ButtonRow, GoLink, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { fieldId } from "#app/components/field.tsx";
import { Paper } from "#app/components/work-shell.tsx";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import type { UnfinishedUpload } from "#app/features/proposals/attachments/types.ts";
import { AnswerField } from "#app/features/proposals/components/answer-field.tsx";
import { FieldComments } from "#app/features/proposals/components/comments/field-comments.tsx";
import { CollisionNotice } from "#app/features/proposals/components/drafting/collision-notice.tsx";
import { DraftNotices } from "#app/features/proposals/components/drafting/draft-notices.tsx";
import { useGap } from "#app/features/proposals/components/drafting/use-gap.ts";
import { type SectionSaving, useSectionSaving } from "#app/features/proposals/components/drafting/use-section-saving.ts";
import { Evidence } from "#app/features/proposals/components/evidence.tsx";
import { IdentityFields } from "#app/features/proposals/components/identity-fields.tsx";
import { type SaveAnswer, SaveWords, SectionForm, sectionFormId } from "#app/features/proposals/components/section-form.tsx";
import { sectionName } from "#app/features/proposals/components/section-nav.tsx";
import type { Thread } from "#app/features/proposals/comments/types.ts";
import type { EditorField, EditorPage, EditorSection } from "#app/features/proposals/form/queries.server.ts";
import { baseName, identitySection } from "#app/features/proposals/form/rules.ts";
import { rowsMark } from "#app/features/proposals/form/rows/rules.ts";
import type { Identity } from "#app/features/proposals/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type EditorPaperProps = {
  page: EditorPage;
  section: EditorSection;
  index: number;
  /** What the server answered to a save by button. */
  refused: SaveAnswer | undefined;
  owner: string;
  /** What the agency says about the draft and has not settled. */
  comments: readonly Thread[];
  /** What the person has begun to send and not finished. */
  uploads: readonly UnfinishedUpload[];
  /** Told after every save how far the draft is. */
  onProgress: (progress: Pick<EditorPage, "sections" | "faults">) => void;
};

/** One section on its sheet: its questions, its files, the way to the sections beside it. */
export function EditorPaper({ page, section, index, refused, owner, comments, uploads, onProgress }: EditorPaperProps) {
  const t = useTranslate();
  const { proposal, agency } = page;
  const saving = useSectionSaving({ proposalId: proposal.id, section: section.key, owner, refused, onProgress });
  const lead = section.alone ? section.fields[0]?.help : section.help;
  const form = { page, section, saving, owner, comments };
  const beside = { threads: comments, proposalId: proposal.id, zone: agency.zone };
  const drawn = saving.restored?.at ?? "stored";
  useGap();
  return (
    <Paper
      bar={<Bar page={page} section={section} index={index} saving={saving} />}
      title={sectionName(t, section)}
      lead={lead ? inLocale(t.locale, lead) : undefined}
    >
      <div className="stack stack--large">
        <DraftNotices page={page} section={section.key} saving={saving} owner={owner} />
        {section.key === identitySection && <FieldComments part={identitySection} {...beside} />}
        {section.key === identitySection && <IdentityForm key={drawn} {...form} />}
        {written(section).length > 0 && <Answers key={drawn} {...form} />}
        {section.fields
          .filter((field) => field.takesFile)
          .map((field) => (
            <div key={field.key} className="stack stack--small" id={isFileQuestion(field) ? fieldId(field.key) : undefined}>
              {isFileQuestion(field) && <FieldComments part={field.key} {...beside} />}
              <Evidence
                field={field}
                proposalId={proposal.id}
                section={section.key}
                zone={agency.zone}
                edition={page.edition.slug}
                closesAt={page.closesAt}
                uploads={uploads}
              />
            </div>
          ))}
        <Ways page={page} section={section} index={index} />
      </div>
    </Paper>
  );
}

const hasForm = (section: EditorSection): boolean => section.key === identitySection || written(section).length > 0;

type BarProps = Pick<EditorPaperProps, "page" | "section" | "index"> & Pick<FormProps, "saving">;

/** Which section of how many, and whether what is written is safe. */
function Bar({ page: { proposal, sections, agency }, section, index, saving }: BarProps) {
  const t = useTranslate();
  const savedAt = section.key === identitySection ? proposal.updatedAt : Math.max(0, ...section.fields.map((field) => field.savedAt ?? 0));
  return (
    <>
      <p className="label">{t("proposals.editor.part", { index: index + 1, count: sections.length })}</p>
      {hasForm(section) && <SaveWords saving={saving} savedAt={savedAt} zone={agency.zone} />}
    </>
  );
}

const written = (section: EditorSection) => section.fields.filter((field) => !isFileQuestion(field));

type FormProps = Pick<EditorPaperProps, "page" | "section" | "owner" | "comments"> & { saving: SectionSaving };

const parts = ["title", "groupKey", "categoryKey", "unit", "innovator", "startedOn"] as const;

function IdentityForm({ page, saving, owner }: FormProps) {
  const t = useTranslate();
  const { proposal, edition, agency } = page;
  const { state, restored, replaced } = saving;
  const was = Object.fromEntries(parts.map((part) => [`was:${part}`, proposal[part] ?? ""]));
  const put = Object.fromEntries(Object.entries(replaced).map(([part, { value }]) => [part, value]));
  const stored: Identity = { ...proposal, ...put };
  const times = Object.values(replaced).reduce((sum, one) => sum + one.times, 0);
  return (
    <SectionForm saving={saving} labels={{}} bases={{ revision: proposal.revision, ...was }} owner={owner}>
      {saving.collisions.map((collision) => (
        <CollisionNotice
          key={collision.fieldKey}
          collision={collision}
          label={t(`proposals.identity.${collision.fieldKey}` as MessageKey)}
          words={(value) => identityWords(page, collision.fieldKey, value)}
          saving={saving}
          zone={agency.zone}
          typed={state?.values}
        />
      ))}
      <IdentityFields
        key={times}
        groups={edition.groups}
        categories={edition.categories}
        units={page.units}
        stored={stored}
        typed={times > 0 ? undefined : (restored?.values ?? (saving.byButton ? state?.values : undefined))}
        errors={state?.errors}
      />
    </SectionForm>
  );
}

/** A group and a category by their names. */
function identityWords({ edition }: EditorPage, part: string, value: string): string {
  const choices = part === "groupKey" ? edition.groups : part === "categoryKey" ? edition.categories : [];
  return choices.find(({ key }) => key === value)?.name.id ?? value;
}

function Answers({ page, section, saving, owner, comments }: FormProps) {
  const t = useTranslate();
  const fields = written(section);
  const labels = Object.fromEntries(fields.map((field) => [field.key, inLocale(t.locale, field.label)]));
  const bases = Object.fromEntries(fields.map((field) => [baseName(field.key), field.revision]));
  return (
    <SectionForm saving={saving} labels={labels} bases={bases} owner={owner}>
      {fields.map((field) => (
        <Answer key={field.key} field={field} section={section} page={page} saving={saving} comments={comments} />
      ))}
    </SectionForm>
  );
}

type AnswerProps = Pick<FormProps, "page" | "section" | "saving" | "comments"> & { field: EditorField };

function Answer({ field, section, page, saving, comments }: AnswerProps) {
  const t = useTranslate();
  const { state, restored, replaced, byButton } = saving;
  const put = replaced[field.key];
  const typed = put ? undefined : (restored?.values ?? (byButton ? state?.values : undefined));
  const collision = saving.collisions.find((one) => one.fieldKey === field.key);
  return (
    <div className="stack stack--small">
      {field.kind === "multiChoice" && <input type="hidden" name={`several:${field.key}`} value="yes" />}
      {field.kind === "rows" && <input type="hidden" name={rowsMark(field.key)} value="yes" />}
      {collision && (
        <CollisionNotice
          collision={collision}
          label={inLocale(t.locale, field.label)}
          field={field}
          saving={saving}
          zone={page.agency.zone}
          typed={state?.values}
        />
      )}
      <AnswerField
        key={put?.times ?? 0}
        field={put ? { ...field, value: put.value } : field}
        alone={section.alone}
        typed={typed}
        error={state?.errors?.[field.key]}
      />
      <FieldComments threads={comments} part={field.key} proposalId={page.proposal.id} zone={page.agency.zone} />
      {field.revision > 0 && (
        <p className="small">
          <GoLink to={`/proposals/${page.proposal.id}/history/${field.key}`} icon={History}>
            {t("drafting.history.link")}
            {!section.alone && <span className="vh">: {inLocale(t.locale, field.label)}</span>}
          </GoLink>
        </p>
      )}
    </div>
  );
}

/** Back and on. The way on saves first; the last section only saves. */
function Ways({ page: { proposal, sections, faults }, section, index }: Pick<EditorPaperProps, "page" | "section" | "index">) {
  const t = useTranslate();
  const [previous, next] = [sections[index - 1], sections[index + 1]];
  const to = (one: EditorSection) => `/proposals/${proposal.id}/edit/${one.key}`;
  const variant = faults.length === 0 ? "secondary" : "primary";
  return (
    <ButtonRow apart>
      {previous ? (
        <LinkButton to={to(previous)} icon={ChevronLeft}>
          {sectionName(t, previous)}
        </LinkButton>
      ) : (
        <span />
      )}
      {hasForm(section) && (
        <SubmitButton form={sectionFormId} name="then" value={next?.key ?? section.key} variant={variant} iconEnd={next && ChevronRight} busyWord={t("common.busy")}>
          {next ? t("proposals.editor.saveAndGo", { section: sectionName(t, next) }) : t("proposals.editor.save")}
        </SubmitButton>
      )}
      {!hasForm(section) && next && (
        <LinkButton to={to(next)} variant={variant} iconEnd={ChevronRight}>
          {sectionName(t, next)}
        </LinkButton>
      )}
    </ButtonRow>
  );
}
