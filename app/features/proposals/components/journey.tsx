import { Badge, type Tone } from "#app/components/badge.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { ownTimeFirst } from "#app/features/proposals/components/times.ts";
import type { JourneyState, JourneyStep, JourneyWord } from "#app/features/proposals/journey/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

const tones: Record<JourneyState, Tone> = { done: "ok", running: "info", toCome: "neutral" };

/** Ends of half-open windows are said as their last minute. */
const ends: ReadonlySet<JourneyWord> = new Set<JourneyWord>(["correctUntil", "correctionLapsed", "appealUntil", "reading"]);

/** Where an entry is after the deadline, station by station, as far as it has been announced. */
export function Journey({ steps, zones }: { steps: readonly JourneyStep[]; zones: { own: string; edition: string } }) {
  const t = useTranslate();
  if (steps.length === 0) return null;
  const records = steps.map(({ id, key, name, state, word, at }) => {
    const time = at === null ? "" : ownTimeFirst(t.locale, ends.has(word) ? at - 60_000 : at, zones);
    return {
      key: id,
      title: name ? inLocale(t.locale, name) : t(`flow.journey.steps.${key}`),
      sub: t(`flow.journey.words.${word}`),
      meta: time || undefined,
      aside: <Badge tone={word === "failed" ? "stop" : tones[state]}>{t(`flow.journey.states.${state}`)}</Badge>,
    };
  });
  return (
    <Panel title={t("flow.journey.title")}>
      <RecordList records={records} />
      <p className="field__hint">{t("flow.journey.onlyAnnounced")}</p>
    </Panel>
  );
}
