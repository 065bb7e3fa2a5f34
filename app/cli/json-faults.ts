import type { z } from "zod";
import type { FileFaults } from "#app/cli/file-faults.ts";
import type { MessageKey } from "#app/i18n/translator.ts";
import { faultOf } from "#app/lib/forms.server.ts";
import { linesOf } from "#app/lib/json-lines.ts";

/** Names what a JSON text breaks of its schema by line and field; the text must be JSON. Parse with `reportInput`. */
export function addShapeFaults(faults: FileFaults, { text, issues }: { text: string; issues: readonly z.core.$ZodIssue[] }): void {
  const lineOf = linesOf(text);
  for (const issue of issues) {
    const { code, params } = faultOf(issue);
    const extra = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const field = [...issue.path.map(String), ...extra];
    const key = code === "unknownField" ? "cli.files.unknownField" : (`form.${code}` as MessageKey);
    faults.add({ line: lineOf(field), field: field.join(".") || "-", key, params });
  }
}
