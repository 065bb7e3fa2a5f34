import type { z } from "zod";
import { boundsInput, expertiseInput } from "#app/features/assignment/expertise/inputs.ts";
import type { Band } from "#app/features/assignment/solver/types.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { formValues, parseForm } from "#app/lib/forms.server.ts";

const prefix = "band.";

/** What a form says of each category, in fields `band.<category>`. */
export function expertiseFrom(form: FormData): Record<string, Band> {
  const words = new FormData();
  for (const [name, value] of form) if (name.startsWith(prefix)) words.set(name.slice(prefix.length), value);
  return parseForm(words, expertiseInput);
}

/** Least and most load as the form says them; a fault brings back the whole form, not these two fields alone. */
export function boundsFrom(form: FormData): z.output<typeof boundsInput> {
  const bounds = new FormData();
  for (const name of ["least", "most"]) bounds.set(name, form.get(name) ?? "");
  try {
    return parseForm(bounds, boundsInput);
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(error.faults, formValues(form)) : error;
  }
}
