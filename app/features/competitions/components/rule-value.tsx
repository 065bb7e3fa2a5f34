import type { ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { typedText } from "#app/components/field.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import type { Gap } from "#app/features/competitions/definition/rules.ts";
import { typedGapValue, valueAt } from "#app/features/competitions/rules.ts";
import { formatBytes, formatDeadline, formatInstant, formatMark, formatNumber, formatShare, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type RuleValueProps = {
  path: string;
  kind: Gap["kind"];
  /** What zero means here, when it does not mean zero. */
  zero?: string;
  /** What an absent value means that need not be filled. */
  absent?: string;
};

/** One value of the rules: a field while it may be filled, else its words with the number of its source. */
export function RuleValue({ path, kind, zero, absent }: RuleValueProps) {
  const t = useTranslate();
  const { definition, fillable, missing } = useRules();
  const gap = fillable.find((one) => one.path === path);
  if (gap) return <GapField gap={gap} labelHidden />;
  const value = valueAt(definition, path);
  if (value === null && missing.includes(path)) return <Badge tone="warn">{t("competitions.rules.unset")}</Badge>;
  const words = value === null ? (absent ?? t("competitions.rules.notUsed")) : printed(t, { path, kind, value, zone: definition.zone, zero });
  return (
    <>
      {words}<SourceNumber path={path} />
    </>
  );
}

type Known = { path: string; kind: Gap["kind"]; value: number; zone: string; zero?: string };

function printed(t: Translate, { path, kind, value, zone, zero }: Known): string {
  if (value === 0 && zero !== undefined) return zero;
  if (kind === "instant") return (path.endsWith("closesAt") ? formatDeadline : formatInstant)(t.locale, value, zone);
  if (kind === "basisPoints") return formatShare(t.locale, value);
  if (kind === "bytes") return formatBytes(t.locale, value);
  if (kind === "mark") return formatMark(t.locale, value);
  return `${formatNumber(t.locale, value)} ${t(`competitions.units.${kind}`)}`.trim();
}

type GapFieldProps = { gap: Gap; label?: ReactNode; labelHidden?: boolean };

/** The control of one value, named by its path, so that a list of what is missing can lead here. */
export function GapField({ gap: { path, kind, label: own }, label, labelHidden }: GapFieldProps) {
  const t = useTranslate();
  const { definition, state } = useRules();
  const shared = {
    name: path,
    label: label ?? inLocale(t.locale, own),
    labelHidden,
    error: state?.errors[path],
    defaultValue: typedText(state?.values, path, typedGapValue(kind, valueAt(definition, path), definition.zone)),
  };
  if (kind === "instant") return <DateTimeInput {...shared} zone={zoneName(definition.zone)} />;
  return <TextInput {...shared} dense inputMode="decimal" characters={7} unit={t(`competitions.units.${kind}`) || undefined} />;
}

/** A small figure that leads to the source at the end of the page. */
export function SourceNumber({ path }: { path: string }) {
  const t = useTranslate();
  const number = useRules().sources.numbers[path];
  if (number === undefined) return null;
  return (
    <sup className="source-number">
      <a href={`#source-${number}`} aria-label={t("competitions.rules.sourceRef", { number })}>
        {number}
      </a>
    </sup>
  );
}
