import type { Definition, Preset } from "#app/features/competitions/definition/types.ts";
import { rehearsalDefinition } from "#app/features/competitions/presets/rehearsal-values.ts";
import { instantOfLocal } from "#app/lib/zones.ts";

/** A preset as a rehearsal of another year, named as one; registration opens at local midnight of the day YYYY-MM-DD. */
export function rehearsalOf(preset: Pick<Preset, "definition">, at: { year: number; opensOn: string }): Definition {
  const registrationOpensAt = instantOfLocal(preset.definition.zone, `${at.opensOn}T00:00`);
  if (registrationOpensAt === null) throw new RangeError(`not a day: ${at.opensOn}`);
  const definition = rehearsalDefinition(preset, { year: at.year, registrationOpensAt });
  const { id, en } = definition.name;
  return { ...definition, name: { id: `Latihan ${id}`, en: `${en} rehearsal` } };
}
