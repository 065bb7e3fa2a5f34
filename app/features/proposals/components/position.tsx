import { Badge, type Tone } from "#app/components/badge.tsx";
import { PetalSteps } from "#app/components/timeline.tsx";
import type { ProposalStatus, Reach } from "#app/features/proposals/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

const way = ["atUnit", "atAgency", "submitted"] as const;

/** Where a proposal is on its short way out of the agency: di unit, di admin lokal, diajukan. */
export function Position({ status }: { status: ProposalStatus }) {
  const t = useTranslate();
  if (status === "withdrawn") return <Badge tone="open">{t("proposals.statuses.withdrawn")}</Badge>;
  const here = way.indexOf(status);
  const steps = way.map((key, index) => {
    const state = index < here ? "done" : index === here ? "running" : "toCome";
    return { key, label: t(`proposals.statuses.${key}`), state, stateWord: t(`proposals.position.${state}`) } as const;
  });
  return <PetalSteps label={t("proposals.position.label")} steps={steps} />;
}

const tones: Record<Reach, Tone> = {
  draft: "open",
  submitted: "info",
  failed: "stop",
  passed: "ok",
  finalist: "mark",
  winner: "mark",
};

/** Before submission the position counts, after it the stage the entry has reached. */
export function ProposalBadge({ status, reach }: { status: ProposalStatus; reach: Reach }) {
  const t = useTranslate();
  if (reach === "draft") return <Badge tone={status === "withdrawn" ? "open" : "neutral"}>{t(`proposals.statuses.${status}`)}</Badge>;
  return <ReachBadge reach={reach} />;
}

export function ReachBadge({ reach }: { reach: Reach }) {
  const t = useTranslate();
  return <Badge tone={tones[reach]}>{t(`proposals.reaches.${reach}`)}</Badge>;
}
