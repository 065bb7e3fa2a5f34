import { Badge, type Tone } from "#app/components/badge.tsx";
import { type PetalStep, PetalSteps } from "#app/components/timeline.tsx";
import type { ListStatus } from "#app/features/ranking/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type Status = ListStatus | "none";

const tones: Record<Status, Tone> = {
  none: "open",
  draft: "neutral",
  signed: "info",
  provisional: "warn",
  final: "ok",
  superseded: "open",
};

export function ListStatusBadge({ status }: { status: Status }) {
  const t = useTranslate();
  return <Badge tone={tones[status]}>{t(`ranking.statuses.${status}`)}</Badge>;
}

const way = ["draft", "signed", "provisional", "final"] as const;

/** Where a list stands on its way from draft to final. */
export function ListWay({ status }: { status: Status }) {
  const t = useTranslate();
  const at = (way as readonly string[]).indexOf(status);
  const steps = way.map((key, index): PetalStep => {
    const state = stepState(index, at);
    return { key, label: t(`ranking.way.${key}`), state, stateWord: t(`ranking.wayStates.${state}`) };
  });
  return <PetalSteps label={t("ranking.way.label")} labelHidden steps={steps} />;
}

/** The last state is an end: a final list is done, not running. */
function stepState(index: number, at: number): PetalStep["state"] {
  if (index < at || at === way.length - 1) return "done";
  return index === at ? "running" : "toCome";
}
