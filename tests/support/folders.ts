import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let base: string | undefined;
let given = 0;

/** A path of its own, where nothing stands until somebody writes there; gone with everything below it after the test file. */
export function freshPath(): string {
  base ??= makeBase();
  given += 1;
  return join(base, String(given));
}

/** An empty folder of its own; gone after the test file, or when the process ends. */
export function freshFolder(): string {
  const path = freshPath();
  mkdirSync(path);
  return path;
}

/** Removes what the file was given. Measurements, which are no tests, leave it to the end of their process. */
export function removeFolders(): void {
  if (base) rmSync(base, { recursive: true, force: true });
  base = undefined;
}

function makeBase(): string {
  if (process.listeners("exit").every((listener) => listener !== removeFolders)) process.on("exit", removeFolders);
  return mkdtempSync(join(tmpdir(), "anugerah-test-"));
}
