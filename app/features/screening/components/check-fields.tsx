import { Paperclip } from "lucide-react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { GoLink } from "#app/components/button.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { ReadingPart } from "#app/features/screening/reading/rules.ts";
import type { Check, ChecklistItem, HintState } from "#app/features/screening/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type CheckFieldsProps = {
  item: ChecklistItem;
  parts: readonly ReadingPart[];
  errors: Record<string, string>;
  values: TypedValues;
  onRead: () => void;
};

/** Name of a check: the edition's, or the product's own. */
export const checkName = (t: Translate, { key, name }: Pick<ChecklistItem, "key" | "name">): string =>
  name ? inLocale(t.locale, name) : t(`screening.checks.${key}` as MessageKey);

/** One check: what the machine found, where its evidence stands, met or not, and a note. */
export function CheckFields({ item, parts, errors, values, onRead }: CheckFieldsProps) {
  const t = useTranslate();
  const check = checkName(t, item);
  const [found, note] = [`check.${item.key}`, `note.${item.key}`];
  const evidence = parts.filter((part) => item.fields.includes(part.key));
  return (
    <div className="stack stack--small" data-check={item.key}>
      <RadioGroup
        name={found}
        inline
        dense
        label={check}
        hint={
          <>
            {item.help && <span className="block">{inLocale(t.locale, item.help)}</span>}
            <Hint item={item} />
          </>
        }
        error={errors[found]}
        defaultValue={typedText(values, found)}
        options={[
          { value: "pass", label: t("screening.page.pass") },
          { value: "fail", label: t("screening.page.fail") },
        ]}
      />
      {evidence.map((part) => (
        <Evidence key={part.key} part={part} onRead={onRead} />
      ))}
      <TextInput
        name={note}
        dense
        label={t("screening.page.note", { check })}
        error={errors[note]}
        defaultValue={typedText(values, note)}
        maxLength={400}
      />
    </div>
  );
}

/** The answer a check is about: its files to open, its short words at once, its long text beside. */
function Evidence({ part, onRead }: { part: ReadingPart; onRead: () => void }) {
  const t = useTranslate();
  const label = inLocale(t.locale, part.label);
  if (part.kind === "longText") {
    return (
      <p className="small">
        <a href={`#q-${part.key}`} onClick={onRead}>
          {t("screening.page.evidenceAt", { label })}
        </a>
      </p>
    );
  }
  const words = part.choices.length > 0 ? part.choices.map((choice) => inLocale(t.locale, choice)).join(", ") : part.text;
  return (
    <p className="small">
      {label}: {words || (part.files.length === 0 && t("screening.page.notAnswered"))}
      {part.files.map((file) => (
        <GoLink key={file.id} to={`/downloads/attachments/${file.id}`} icon={Paperclip} plain>
          {file.fileName}
        </GoLink>
      ))}
    </p>
  );
}

const tones: Record<HintState, Tone> = { ok: "ok", attention: "warn", look: "info" };

/** What the machine found, for the screener to confirm or overrule. */
export function Hint({ item: { state, hint, params } }: { item: Pick<ChecklistItem, "state" | "hint" | "params"> }) {
  const t = useTranslate();
  return (
    <>
      <Badge tone={tones[state]}>{t(`screening.hintStates.${state}`)}</Badge> {t(`screening.hints.${hint}`, params)}
    </>
  );
}

/** The findings of a verdict. */
export function Findings({ checks, checklist }: { checks: readonly Check[]; checklist: readonly Pick<ChecklistItem, "key" | "name">[] }) {
  const t = useTranslate();
  const names = new Map(checklist.map((item) => [item.key, checkName(t, item)]));
  return (
    <ul className="stack stack--small">
      {checks.map((check) => (
        <li key={check.key}>
          <Badge tone={check.passed ? "ok" : "stop"}>{t(check.passed ? "screening.page.pass" : "screening.page.fail")}</Badge> {names.get(check.key) ?? check.key}
          {check.note !== "" && <span className="faint">: {check.note}</span>}
        </li>
      ))}
    </ul>
  );
}
