import { besideOthers } from "#app/features/competitions/definition/calendar/rules.ts";
import type { Definition, Stage } from "#app/features/competitions/definition/types.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";

const minute = 60_000;

type Extension = { stageKey: string; closesAt: number; now: number };

/**
 * The stages of an open edition with one of them closing later, at `closesAt` (UTC ms). A later stage that has not begun waits
 * for it; one that runs already runs beside it, but never beside registration, which would change what is being screened.
 * Refuses `competitions.extensionNotLater` unless it is after both now and the old close, `competitions.extensionTooLong` when
 * nothing would be left of a later stage, and `competitions.laterStageBegun` for a registration whose screening has begun.
 */
export function extendedStages({ stages, zone }: Pick<Definition, "stages" | "zone">, { stageKey, closesAt, now }: Extension): Stage[] {
  const index = stages.findIndex(({ key }) => key === stageKey);
  const stage = stages[index];
  if (!stage) throw notFound("competitions.stageUnknown");
  if (stage.closesAt === null || closesAt <= stage.closesAt || closesAt <= now) {
    const time = { at: Math.max(stage.closesAt ?? 0, now), zone };
    throw new DomainError("competitions.extensionNotLater", { params: { time } });
  }
  return stages.map((other, place) => {
    if (place === index) return { ...stage, closesAt };
    return place < index ? other : waiting(other, { stage, closesAt, now, zone });
  });
}

function waiting(later: Stage, { stage, closesAt, now, zone }: { stage: Stage; closesAt: number; now: number; zone: string }): Stage {
  if (besideOthers.includes(later.kind) || later.opensAt === null || later.opensAt >= closesAt) return later;
  if (later.opensAt <= now) {
    if (stage.kind !== "registration") return later;
    throw new DomainError("competitions.laterStageBegun", { kind: "conflict", params: { stage: later.name } });
  }
  if (later.closesAt !== null && later.closesAt <= closesAt) {
    const time = { at: later.closesAt - minute, zone };
    throw new DomainError("competitions.extensionTooLong", { params: { stage: later.name, time } });
  }
  return { ...later, opensAt: closesAt };
}
