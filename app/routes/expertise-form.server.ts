import { expertiseInput } from "#app/features/assignment/expertise/inputs.ts";
import type { Band } from "#app/features/assignment/solver/types.ts";
import { parseForm } from "#app/lib/forms.server.ts";

const prefix = "band.";

/** What a form says of each category, in fields `band.<category>`. */
export function expertiseFrom(form: FormData): Record<string, Band> {
  const words = new FormData();
  for (const [name, value] of form) if (name.startsWith(prefix)) words.set(name.slice(prefix.length), value);
  return parseForm(words, expertiseInput);
}
