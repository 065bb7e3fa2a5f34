import type { Fault, FaultName } from "#app/features/competitions/definition/types.ts";
import type { ErrorParams } from "#app/lib/errors.ts";

/** One contradiction, with what its message needs to name the place. */
export const fault = (path: string, name: FaultName, params: ErrorParams = {}): Fault => ({
  path,
  code: `definition.faults.${name}`,
  params,
});
