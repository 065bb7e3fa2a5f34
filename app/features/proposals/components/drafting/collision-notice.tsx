import { Button, ButtonRow } from "#app/components/button.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { WordChanges } from "#app/features/proposals/components/drafting/word-changes.tsx";
import { currentText } from "#app/features/proposals/components/drafting/form-texts.ts";
import type { SectionSaving } from "#app/features/proposals/components/drafting/use-section-saving.ts";
import type { Collision } from "#app/features/proposals/drafting/types.ts";
import type { FormField } from "#app/features/competitions/definition/types.ts";
import { answerWords } from "#app/features/proposals/form/rules.ts";
import { formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type CollisionNoticeProps = {
  collision: Collision;
  label: string;
  field?: FormField;
  /** How a value is said, where it is no question of the form. */
  words?: (value: string) => string;
  saving: SectionSaving;
  zone: string;
  /** What was typed, where the page came back from the server with it. */
  typed: TypedValues | undefined;
};

/** Two texts of one question side by side, their differences marked, and the choice between them. */
export function CollisionNotice({ collision, label, field, words, saving, zone, typed }: CollisionNoticeProps) {
  const t = useTranslate();
  const hydrated = useHydrated();
  const { fieldKey, standing } = collision;
  const said = (value: string) => (field ? inLocale(t.locale, answerWords(field, value)) : (words?.(value) ?? value));
  const own = saving.form.current && currentText(saving.form.current, fieldKey);
  const mine = own ?? typedText(typed, fieldKey, "");
  const isText = field === undefined ? ["title", "unit", "innovator"].includes(fieldKey) : field.kind === "longText" || field.kind === "shortText";
  const by = standing.by ? t("drafting.collision.theirs", { name: standing.by, time: formatTime(t.locale, standing.at, zone) }) : t("drafting.collision.theirsUnnamed");
  return (
    <Notice tone="warn" title={t("drafting.collision.title", { label })} role="alert">
      <p>{t("drafting.collision.text")}</p>
      <div className="two-texts">
        <section aria-label={t("drafting.collision.mine")} tabIndex={0}>
          <h3>{t("drafting.collision.mine")}</h3>
          <WordChanges first={said(mine)} second={said(standing.value)} show="first" />
        </section>
        <section aria-label={by} tabIndex={0}>
          <h3>{by}</h3>
          <WordChanges first={said(mine)} second={said(standing.value)} show="second" />
        </section>
      </div>
      {hydrated ? (
        <>
          <ButtonRow>
            <Button type="button" onClick={() => saving.choose(collision, "mine")}>
              {t("drafting.collision.useMine")}
            </Button>
            <Button type="button" onClick={() => saving.choose(collision, "theirs")}>
              {t("drafting.collision.useTheirs")}
            </Button>
            {isText && (
              <Button type="button" onClick={() => saving.choose(collision, "both")}>
                {t("drafting.collision.combine")}
              </Button>
            )}
          </ButtonRow>
          {isText && <p className="small">{t("drafting.collision.combineHint")}</p>}
        </>
      ) : (
        <p>{t("drafting.collision.plain")}</p>
      )}
    </Notice>
  );
}
