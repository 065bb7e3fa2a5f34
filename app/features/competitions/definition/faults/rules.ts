import type { Fault, FaultName } from "#app/features/competitions/definition/faults/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ErrorParams } from "#app/lib/errors.ts";

/** One contradiction, with what its message needs to name the place. */
export const fault = (path: string, name: FaultName, params: ErrorParams = {}): Fault => ({
  path,
  code: `definition.faults.${name}`,
  params,
});

/** Parts that may not be empty, as a person calls them. */
const partNames = {
  groups: { id: "kelompok", en: "groups" },
  categories: { id: "kategori", en: "categories" },
  fields: { id: "pertanyaan formulir", en: "questions of the form" },
  lists: { id: "daftar penetapan", en: "award lists" },
  stages: { id: "tahap", en: "stages" },
  agencyKinds: { id: "jenis instansi", en: "kinds of agency" },
  hours: { id: "jam wawancara", en: "hours of interviews" },
} satisfies Record<string, Words>;

export const noneFault = (path: string, part: keyof typeof partNames): Fault => fault(path, "none", { part: partNames[part] });
