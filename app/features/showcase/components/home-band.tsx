import { LinkButton } from "#app/components/button.tsx";
import { Deadline } from "#app/components/deadline.tsx";
import { Band, BandHero } from "#app/components/public-shell.tsx";
import { Timeline, type TimelineStage } from "#app/components/timeline.tsx";
import { leftWords } from "#app/features/showcase/components/rule-words.ts";
import { formatDate, formatDeadline, formatInstant, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

export type Call = {
  slug: string;
  name: string;
  organiser: string;
  zone: string;
  closed: boolean;
  rehearsal: boolean;
  hasResults: boolean;
  stages: readonly (TimelineStage & { kind: string })[];
};

const zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];

/** The band of the front page: what is open, until when in whose zone, and the chain of stages. */
export function HomeBand({ call, now, signedIn }: { call: Call; now: number; signedIn: boolean }) {
  const t = useTranslate();
  const moment = momentOf(call, now);
  return (
    <Band>
      <BandHero
        title={titleOf(t, call, moment)}
        lead={t("showcase.home.lead", { organiser: call.organiser })}
        note={call.rehearsal ? t("common.rehearsalData") : undefined}
        actions={<CallActions call={call} moment={moment} signedIn={signedIn} />}
        aside={moment && <NextDeadline moment={moment} now={now} zone={call.zone} />}
      >
        <Timeline band stages={call.stages} now={now} words={timelineWords(t)} />
      </BandHero>
    </Band>
  );
}

export const timelineWords = (t: Translate) => ({
  label: t("common.timeline.label"),
  done: t("common.timeline.done"),
  running: t("common.timeline.running"),
  toCome: t("common.timeline.toCome"),
});

/** The stage that counts now: the running one and its end, or the next one and its beginning; null after the last. */
type Moment = { stage: Call["stages"][number]; at: number; isRunning: boolean } | null;

function momentOf({ stages, closed }: Call, now: number): Moment {
  if (closed) return null;
  const running = stages.find((stage) => stage.opensAt <= now && now < stage.closesAt);
  if (running) return { stage: running, at: running.closesAt, isRunning: true };
  const next = stages.find((stage) => stage.opensAt > now);
  return next ? { stage: next, at: next.opensAt, isRunning: false } : null;
}

function titleOf(t: Translate, { name: edition, zone }: Call, moment: Moment): string {
  if (!moment) return t("showcase.home.finished", { edition });
  const { stage, at, isRunning } = moment;
  if (stage.kind !== "registration") {
    return t(isRunning ? "showcase.home.running" : "showcase.home.between", { edition, stage: stage.name });
  }
  const date = formatDate(t.locale, isRunning ? at - 60_000 : at, zone);
  return t(isRunning ? "showcase.home.closes" : "showcase.home.opens", { edition, date });
}

function NextDeadline({ moment, now, zone }: { moment: NonNullable<Moment>; now: number; zone: string }) {
  const t = useTranslate();
  const { stage, at, isRunning } = moment;
  // The edition's own zone first, then the others of the country.
  const shown = [zone, ...zones.filter((one) => one !== zone)];
  const text = (one: string): string => (isRunning ? formatDeadline(t.locale, at, one) : formatInstant(t.locale, at, one));
  return (
    <Deadline
      form="band"
      title={t("showcase.home.due")}
      left={leftWords(t, at - now)}
      caption={t(isRunning ? "showcase.home.dueCloses" : "showcase.home.dueOpens", { stage: stage.name })}
      zones={shown.map((one) => ({ zone: zoneName(one), text: text(one) }))}
    />
  );
}

function CallActions({ call, moment, signedIn }: { call: Call; moment: Moment; signedIn: boolean }) {
  const t = useTranslate();
  const isRegistering = moment?.isRunning && moment.stage.kind === "registration";
  const results = (
    <LinkButton to={`/editions/${call.slug}/results`} variant={isRegistering ? "band-line" : "band"}>
      {t("showcase.home.seeResults")}
    </LinkButton>
  );
  return (
    <>
      {isRegistering && (
        <LinkButton to={signedIn ? "/home" : "/sign-in?to=/home"} variant="band">
          {t(signedIn ? "accounts.home.title" : "showcase.home.apply")}
        </LinkButton>
      )}
      {call.hasResults && results}
      <LinkButton to={`/editions/${call.slug}`} variant={isRegistering || call.hasResults ? "band-line" : "band"}>
        {t("showcase.home.readRules")}
      </LinkButton>
    </>
  );
}
