import { Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel } from "#app/components/panel.tsx";
import { CellOffset } from "#app/components/progress.tsx";
import { lastAnswer } from "#app/features/scoring/alarms/rules.ts";
import { alarmChance, falseAlarms, leastSheets } from "#app/features/scoring/signals/rules.ts";
import type { NamedSignals, StageSignals } from "#app/features/scoring/signals/queries.server.ts";
import { type Alarm, signals } from "#app/features/scoring/signals/types.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Locale } from "#app/lib/ctx.ts";
import { inLocale } from "#app/lib/words.ts";

/** Nothing is printed as less than nothing: -0,04 is 0,0. */
const rounded = (value: number): number => Math.round(value * 10) / 10 + 0;

/** One decimal, with its sign where it is a difference. */
export const points = (locale: Locale, value: number): string => formatNumber(locale, rounded(value), 1);
export const signed = (locale: Locale, value: number): string => (rounded(value) > 0 ? "+" : "") + points(locale, value);
/** Correlations run from -1 to 1: without decimals all of them would be 0 or 1. */
export const correlation = (locale: Locale, value: number): string => formatNumber(locale, value, 2);
const share = (locale: Locale, value: number): string => formatShare(locale, Math.round(value * 10_000));

/** Where an alarm is answered: below this address, with the stage asked for. */
type AnswerBase = { path: string; query: string };

/** What is strange about whom, for the chair: figures, alarms, and below them the rule and the false-alarm rate of each. */
export function SignalsPanel({ found, answerBase }: { found: StageSignals; answerBase: AnswerBase }) {
  const t = useTranslate();
  const title = t("scoring.signals.title");
  return (
    <Panel title={title} flush>
      <p className="panel__note">{t("scoring.signals.lead")}</p>
      <DataTable
        bare
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={found.assessors}
        rowKey={(row) => row.assessor}
        columns={useColumns(found, answerBase)}
        empty={<EmptyState title={t("scoring.signals.empty")} />}
      />
      <SignalRules />
    </Panel>
  );
}

function useColumns(found: StageSignals, answerBase: AnswerBase): Column<NamedSignals>[] {
  const t = useTranslate();
  // Drawn against the largest of the stage, so that who stands apart is seen before he is read.
  const offset = (key: "severity" | "drift"): Column<NamedSignals> => {
    const widest = Math.max(1, ...found.assessors.map(({ figures }) => Math.abs(figures[key] ?? 0)));
    return {
      ...{ key, header: t(`scoring.signals.columns.${key}`), align: "end", tight: true, folds: true },
      render: ({ figures }) => (figures[key] === null ? <Missing word={t("scoring.signals.few")} /> : <CellOffset share={figures[key] / widest} words={signed(t.locale, figures[key])} />),
    };
  };
  const figure = (key: "spread" | "minutes", print: (locale: Locale, value: number) => string): Column<NamedSignals> => ({
    ...{ key, header: t(`scoring.signals.columns.${key}`), align: "end", tight: true, folds: true },
    render: ({ figures }) => (figures[key] === null ? <Missing word={t("scoring.signals.few")} /> : print(t.locale, figures[key])),
  });
  const ratio = (key: "halo" | "identical", print: (value: number) => string): Column<NamedSignals> => ({
    ...{ key, header: t(`scoring.signals.columns.${key}`), align: "end", tight: true, folds: true },
    render: ({ figures }) => (figures[key] === null ? <Missing word={t("scoring.signals.few")} /> : print(figures[key])),
  });
  return [
    { key: "name", header: t("scoring.progress.name"), rowHeader: true, render: ({ name }) => name },
    { key: "sheets", header: t("scoring.signals.columns.sheets"), align: "end", tight: true, folds: true, render: ({ figures }) => formatNumber(t.locale, figures.sheets) },
    offset("severity"),
    figure("spread", points),
    ratio("halo", (value) => correlation(t.locale, value)),
    ratio("identical", (value) => share(t.locale, value)),
    figure("minutes", points),
    offset("drift"),
    { key: "alarms", header: t("scoring.signals.columns.alarms"), render: (row) => <Alarms row={row} found={found} answerBase={answerBase} /> },
  ];
}

function Alarms({ row: { assessor, alarms, figures }, found, answerBase }: { row: NamedSignals; found: StageSignals; answerBase: AnswerBase }) {
  const t = useTranslate();
  if (alarms.length === 0) return <Missing word={t("scoring.signals.none")} />;
  const words = ({ signal }: Alarm): string => {
    const name = t(`scoring.signals.names.${signal}`);
    if (signal === "bias" && figures.bias) return `${name}: ${inLocale(t.locale, found.categories[figures.bias.stratum] ?? { id: "", en: "" })} ${signed(t.locale, figures.bias.difference)}`;
    if (signal === "copying" && figures.copying) return `${name}: ${found.names[figures.copying.other] ?? ""} ${share(t.locale, figures.copying.share)}`;
    return name;
  };
  return (
    <>
      {alarms.map((alarm) => {
        const answer = lastAnswer(found.answers, { assessor, signal: alarm.signal });
        return (
          <div key={alarm.signal}>
            <Badge tone={answer ? "neutral" : "warn"}>{words(alarm)}</Badge>
            <CellNote>
              <Link to={`${answerBase.path}/${assessor}/${alarm.signal}${answerBase.query}`}>{answer ? t(`scoring.alarms.steps.${answer.step}`) : t("scoring.alarms.open")}</Link>
            </CellNote>
          </div>
        );
      })}
    </>
  );
}

/** The rule of each alarm, and how often it rings of somebody who does nothing strange. */
function SignalRules() {
  const t = useTranslate();
  return (
    <details className="panel__note">
      <summary>{t("scoring.signals.rulesTitle")}</summary>
      <p>{t("scoring.signals.rulesLead", { least: leastSheets, chance: share(t.locale, alarmChance) })}</p>
      <dl>
        {signals.map((signal) => (
          <div key={signal}>
            <dt>
              <b>{t(`scoring.signals.names.${signal}`)}</b>
            </dt>
            <dd>
              {t(`scoring.signals.rules.${signal}`)} {t("scoring.signals.falseAlarm", { rate: share(t.locale, falseAlarms[signal]) })}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
