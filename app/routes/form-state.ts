import { useActionData } from "@remix-run/react";
import type { FormState } from "#app/respond.server.ts";

/** What a refused form left behind on this page: words for the page, words beside fields, what was typed. */
export function useFormState(): FormState | undefined {
  const answer = useActionData<FormState | undefined>();
  return answer && "errors" in answer ? answer : undefined;
}
