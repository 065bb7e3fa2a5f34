import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { Paper } from "#app/components/work-shell.tsx";
import { AnswerField } from "#app/features/proposals/components/answer-field.tsx";
import { Evidence } from "#app/features/proposals/components/evidence.tsx";
import { IdentityFields } from "#app/features/proposals/components/identity-fields.tsx";
import {
  isConflict,
  type SaveAnswer,
  SaveWords,
  type Saving,
  SectionForm,
  sectionFormId,
  useAutosave,
  useBases,
} from "#app/features/proposals/components/section-form.tsx";
import { isFileQuestion } from "#app/features/competitions/rules.ts";
import { sectionName } from "#app/features/proposals/components/section-nav.tsx";
import { StoredText } from "#app/features/proposals/components/stored-text.tsx";
import type { EditorPage, EditorSection } from "#app/features/proposals/form/queries.server.ts";
import { rowsMark } from "#app/features/proposals/form/rows/rules.ts";
import { baseName, identitySection } from "#app/features/proposals/form/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type EditorPaperProps = {
  page: EditorPage;
  section: EditorSection;
  index: number;
  /** What the server answered to a save by button. */
  refused: SaveAnswer | undefined;
  owner: string;
};

/** One section on its sheet: its questions, its files, the way to the sections beside it. */
export function EditorPaper({ page, section, index, refused, owner }: EditorPaperProps) {
  const t = useTranslate();
  const { proposal, agency } = page;
  const saving = useAutosave(`save:${proposal.id}:${section.key}`, refused);
  const state = [saving.answer, saving.answer ? undefined : refused].find((answer) => answer?.ok === false);
  const bases = useBases(revisionsOf(page, section), saving, state);
  const form = { page, section, saving, state, bases, owner };
  const lead = section.alone ? section.fields[0]?.help : section.help;
  return (
    <Paper
      bar={<Bar page={page} section={section} index={index} saving={saving} state={state} />}
      title={sectionName(t, section)}
      lead={lead ? inLocale(t.locale, lead) : undefined}
    >
      <div className="stack stack--large">
        {section.key === identitySection && <IdentityForm {...form} />}
        {written(section).length > 0 && <Answers {...form} />}
        {section.fields
          .filter((field) => field.takesFile)
          .map((field) => (
            <Evidence key={field.key} field={field} proposalId={proposal.id} section={section.key} zone={agency.zone} />
          ))}
        <Ways page={page} section={section} index={index} />
      </div>
    </Paper>
  );
}

const revisionsOf = ({ proposal }: EditorPage, section: EditorSection): Record<string, number> =>
  section.key === identitySection
    ? { revision: proposal.revision }
    : Object.fromEntries(written(section).map((field) => [field.key, field.revision]));

const hasForm = (section: EditorSection): boolean => section.key === identitySection || written(section).length > 0;

type BarProps = Pick<EditorPaperProps, "page" | "section" | "index"> & Pick<FormProps, "saving" | "state">;

/** Which section of how many, and whether what is written is safe. */
function Bar({ page: { proposal, sections, agency }, section, index, saving, state }: BarProps) {
  const t = useTranslate();
  const savedAt = section.key === identitySection ? proposal.updatedAt : Math.max(0, ...section.fields.map((field) => field.savedAt ?? 0));
  return (
    <>
      <p className="label">{t("proposals.editor.part", { index: index + 1, count: sections.length })}</p>
      {hasForm(section) && <SaveWords saving={saving} state={state} savedAt={savedAt} zone={agency.zone} />}
    </>
  );
}

const written = (section: EditorSection) => section.fields.filter((field) => !isFileQuestion(field));

type FormProps = Omit<EditorPaperProps, "index" | "refused"> & {
  saving: Saving;
  state: SaveAnswer | undefined;
  bases: Record<string, number>;
};

function IdentityForm({ page: { proposal, edition }, saving, state, bases, owner }: FormProps) {
  return (
    <SectionForm saving={saving} state={state} labels={{}} bases={bases} owner={owner}>
      <IdentityFields
        groups={edition.groups}
        categories={edition.categories}
        stored={proposal}
        typed={state?.values}
        errors={state?.errors}
      />
    </SectionForm>
  );
}

function Answers({ page, section, saving, state, bases, owner }: FormProps) {
  const t = useTranslate();
  const fields = written(section);
  const labels = Object.fromEntries(fields.map((field) => [field.key, inLocale(t.locale, field.label)]));
  const named = Object.fromEntries(fields.map((field) => [baseName(field.key), bases[field.key] ?? field.revision]));
  return (
    <SectionForm saving={saving} state={state} labels={labels} bases={named} owner={owner}>
      {fields.map((field) => (
        <div key={field.key} className="stack stack--small">
          {field.kind === "multiChoice" && <input type="hidden" name={`several:${field.key}`} value="yes" />}
          {field.kind === "rows" && <input type="hidden" name={rowsMark(field.key)} value="yes" />}
          <AnswerField field={field} alone={section.alone} typed={state?.values} error={state?.errors?.[field.key]} />
          {isConflict(state) && (
            <StoredText
              field={field}
              typed={state?.values}
              zone={page.agency.zone}
              to={`/proposals/${page.proposal.id}/edit/${section.key}`}
            />
          )}
        </div>
      ))}
    </SectionForm>
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
