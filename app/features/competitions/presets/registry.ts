import type { Preset } from "#app/features/competitions/definition/types.ts";
import { kipp2022 } from "#app/features/competitions/presets/kipp-2022.ts";
import { notFound } from "#app/lib/errors.ts";

export const defaultPresetKey = "kipp-2022";

/** Rules of real years to begin from; the default first. */
export const presets: Preset[] = [kipp2022];

/** Refuses `competitions.presetUnknown` (404). */
export function getPreset(key: string): Preset {
  const preset = presets.find((candidate) => candidate.key === key);
  if (!preset) throw notFound("competitions.presetUnknown");
  return preset;
}
