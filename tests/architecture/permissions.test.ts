import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { roomOf, root, sourcesBelow } from "#tests/architecture/sources.ts";

/**
 * Written in the transaction of another operation that has been authorised, or for the system alone: they have no permission
 * of their own.
 */
const withoutOwnPermission = new Set(["recordAudit", "queueMail", "leaveNotice", "withdrawWords", "inviteAccount"]);

it("puts every operation into its room's permission table", () => {
  const missing = sourcesBelow("app/features")
    .filter((source) => source.path.endsWith("operations.server.ts"))
    .flatMap((source) => {
      const table = join(root, "tests/features", roomOf(source.path) as string, "permissions.test.ts");
      const text = existsSync(table) ? readFileSync(table, "utf8") : "";
      return [...source.text.matchAll(/^export (?:async )?function (\w+)/gm)]
        .map((match) => match[1] as string)
        .filter((name) => !withoutOwnPermission.has(name) && !new RegExp(`\\b${name}\\b`).test(text))
        .map((name) => `${source.path}: ${name}`);
    });
  expect(missing).toEqual([]);
});
