import { DomainError, InvalidInput } from "#app/lib/errors.ts";
import { formValues, withoutSecrets } from "#app/lib/forms.server.ts";

/**
 * Runs an operation and says the named refusals beside their field instead of above the form: `fields` maps a refusal's code
 * to the field it is about.
 */
export function besideField<T>(form: FormData, fields: Record<string, string>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const path = error instanceof DomainError ? fields[error.code] : undefined;
    if (!(error instanceof DomainError) || path === undefined) throw error;
    const fault = { path, code: `errors.${error.code}`, params: error.params };
    throw new InvalidInput([fault], withoutSecrets(formValues(form)));
  }
}
