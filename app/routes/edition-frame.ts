import type { Edition } from "#app/features/competitions/types.ts";
import { formatDay, formatDeadline, formatInstant, formatShortDate } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { Locale } from "#app/lib/ctx.ts";
import { inLocale, type WordsOf } from "#app/lib/words.ts";

/** What a shell needs of an edition: its name, where it stands in time, whether it is a rehearsal. */
export type EditionFrame = {
  id: string;
  slug: string;
  name: WordsOf;
  zone: string;
  rehearsal: boolean;
  status: Edition["status"];
  stages: { key: string; kind: string; name: WordsOf; opensAt: number; closesAt: number }[];
};

export function editionFrame(edition: Edition): EditionFrame {
  const { definition, id, slug, rehearsal, status } = edition;
  const stages = definition.stages.flatMap(({ key, kind, name, opensAt, closesAt }) =>
    opensAt === null || closesAt === null ? [] : [{ key, kind, name, opensAt, closesAt }],
  );
  return { id, slug, rehearsal, status, name: definition.name, zone: definition.zone, stages };
}

/** Stages as the timeline draws them: names in the reader's language, days in the edition's zone. */
export const timelineStages = (locale: Locale, frame: EditionFrame) =>
  frame.stages.map(({ key, name, opensAt, closesAt }) => ({
    key,
    name: inLocale(locale, name),
    opensAt,
    closesAt,
    dates: `${formatShortDate(locale, opensAt, frame.zone)} – ${formatShortDate(locale, closesAt - 60_000, frame.zone)}`,
  }));

/** "Pendaftaran sampai Kamis, 16 April 2026 pukul 23.59 WIB" and what follows; before the first stage, when it opens. */
export function stripWords(t: Translate, frame: EditionFrame, now: number): { name: string; time: string; next: string | null } {
  const running = frame.stages.find((stage) => stage.opensAt <= now && now < stage.closesAt);
  const next = frame.stages.find((stage) => stage.opensAt > now && stage.key !== running?.key);
  const nextWords = next
    ? t("common.timeline.next", { name: inLocale(t.locale, next.name), date: formatDay(t.locale, next.opensAt, frame.zone) })
    : null;
  if (running) {
    const time = t("common.timeline.until", { time: formatDeadline(t.locale, running.closesAt, frame.zone) });
    return { name: inLocale(t.locale, running.name), time, next: nextWords };
  }
  if (next) {
    const time = t("common.timeline.from", { time: formatInstant(t.locale, next.opensAt, frame.zone) });
    return { name: inLocale(t.locale, next.name), time, next: null };
  }
  return { name: frame.stages.length === 0 ? t("common.timeline.none") : t("common.timeline.done"), time: "", next: null };
}
