import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { roomOf, root, sourcesBelow } from "#tests/architecture/sources.ts";

/**
 * Written in the transaction of another operation that has been authorised, or for the system alone: they have no permission
 * of their own.
 */
const withoutOwnPermission = new Set(["recordAudit", "signCheckpoint", "bindEdition", "revealSeed", "tellAssessors", "keepPlan", "keepNeeds", "tellReaders", "recordPlan", "beginParts", "refuseParts", "writePart", "mayWriteParts", "beginUndoing", "refuseUndoing", "undoPart", "mayUndoParts", "bringNeedsBack", "tellTakenBack", "keepParts", "makeStand", "orTakeAway", "callAnotherReader", "callReplacement", "notePhase", "keepResult", "failPlan", "queueMail", "leaveNotice", "withdrawWords", "inviteAccount", "openSession", "takeCode", "countTry", "forgetTries"]);

it("puts every operation into its room's permission table", () => {
  const missing = sourcesBelow("app/features")
    .filter((source) => source.path.endsWith("operations.server.ts"))
    .flatMap((source) => {
      const text = tablesOf(source.path).map((table) => (existsSync(table) ? readFileSync(table, "utf8") : "")).join("\n");
      return [...source.text.matchAll(/^export (?:async )?function (\w+)/gm)]
        .map((match) => match[1] as string)
        .filter((name) => !withoutOwnPermission.has(name) && !new RegExp(`\\b${name}\\b`).test(text))
        .map((name) => `${source.path}: ${name}`);
    });
  expect(missing).toEqual([]);
});

/** The room's table, and that of the sub-concern in its own folder. */
const tablesOf = (path: string): string[] =>
  [dirname(path).replace("app/", "tests/"), join("tests/features", roomOf(path) as string)].map((folder) => join(root, folder, "permissions.test.ts"));
