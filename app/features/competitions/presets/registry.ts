import type { Preset } from "#app/features/competitions/definition/types.ts";
import { kipp2021 } from "#app/features/competitions/presets/kipp-2021.ts";
import { kipp2022 } from "#app/features/competitions/presets/kipp-2022.ts";
import { kipp2025 } from "#app/features/competitions/presets/kipp-2025.ts";
import { kovablikJatim2025 } from "#app/features/competitions/presets/kovablik-jatim-2025.ts";
import { sp4nLapor2020 } from "#app/features/competitions/presets/sp4n-lapor-2020.ts";
import { notFound } from "#app/lib/errors.ts";

export const defaultPresetKey = "kipp-2022";

/** Rules of real years to begin from; the default first. */
export const presets: Preset[] = [kipp2022, kipp2021, kipp2025, kovablikJatim2025, sp4nLapor2020];

/** Refuses `competitions.presetUnknown` (404). */
export function getPreset(key: string): Preset {
  const preset = presets.find((candidate) => candidate.key === key);
  if (!preset) throw notFound("competitions.presetUnknown");
  return preset;
}
