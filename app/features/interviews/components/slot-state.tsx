import { Badge, type Tone } from "#app/components/badge.tsx";
import { slotState, type SlotState } from "#app/features/interviews/rules.ts";
import type { SlotView } from "#app/features/interviews/types.ts";
import { formatTime, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

const tones: Record<SlotState, Tone> = { held: "neutral", confirmed: "ok", waiting: "warn", missed: "stop" };

export function SlotStateBadge({ slot, now }: { slot: SlotView; now: number }) {
  const t = useTranslate();
  const state = slotState(slot, now);
  return <Badge tone={tones[state]}>{t(`interviews.states.${state}`)}</Badge>;
}

/** `09.00 – 09.20 WIB`: one zone for both ends. */
export function SlotTime({ slot, zone }: { slot: Pick<SlotView, "startsAt" | "endsAt">; zone: string }) {
  const t = useTranslate();
  const from = formatTime(t.locale, slot.startsAt, zone).replace(` ${zoneName(zone)}`, "");
  return <>{t("interviews.slotTime", { from, to: formatTime(t.locale, slot.endsAt, zone) })}</>;
}
