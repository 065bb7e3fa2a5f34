import { SubmitButton } from "#app/components/button.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { PairStateBadge } from "#app/features/screening/similarity/components/pair-words.tsx";
import { Judgement } from "#app/features/screening/similarity/components/similarity-panel.tsx";
import type { SimilarPair } from "#app/features/screening/similarity/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type TypedForm = { errors: Record<string, string>; values: Record<string, string | string[]> } | undefined;

type VerdictPanelProps = { pair: SimilarPair; zone: string; mayJudge: boolean; state: TypedForm; owner: string };

/** What a person makes of a pair; whoever may only read sees the mark that stands. */
export function VerdictPanel({ pair, zone, mayJudge, state, owner }: VerdictPanelProps) {
  const t = useTranslate();
  return (
    <Panel title={mayJudge ? t("similarity.pair.verdict") : t("similarity.pair.standing")}>
      <Stack>
        <div className="grid gap-2">
          <div>
            <PairStateBadge state={pair.state} />
          </div>
          <Judgement pair={pair} zone={zone} />
        </div>
        {mayJudge && <VerdictForm pair={pair} state={state} owner={owner} />}
        <p className="soft small">{t("similarity.panel.lead")}</p>
      </Stack>
    </Panel>
  );
}

function VerdictForm({ pair, state, owner }: Pick<VerdictPanelProps, "pair" | "state" | "owner">) {
  const t = useTranslate();
  return (
    <KeptForm method="post" id={`verdict-${pair.id}`} keptNotice={t("common.restored")} keptOwner={owner}>
      <Stack>
        <input type="hidden" name="foundAt" value={pair.foundAt} />
        <RadioGroup
          name="verdict"
          label={t("similarity.pair.choice")}
          need={t("common.required")}
          error={state?.errors.verdict}
          defaultValue={typedText(state?.values, "verdict", pair.state)}
          options={[
            { value: "fair", label: t("similarity.pair.fair"), note: t("similarity.pair.fairNote") },
            { value: "discuss", label: t("similarity.pair.discuss"), note: t("similarity.pair.discussNote") },
          ]}
          required
        />
        <TextArea
          name="note"
          label={t("similarity.pair.note")}
          hint={t("similarity.pair.noteHint")}
          error={state?.errors.note}
          defaultValue={typedText(state?.values, "note", pair.note)}
          maxLength={1_000}
          rows={3}
        />
        <div>
          <SubmitButton variant="primary" busyWord={t("similarity.pair.saving")}>
            {t("similarity.pair.save")}
          </SubmitButton>
        </div>
      </Stack>
    </KeptForm>
  );
}
