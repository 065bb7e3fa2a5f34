import { expect } from "vitest";
import { checkBundle, checkLog, examine, explainInPublic } from "#tests/e2e/ranking/afterwards.ts";
import { compute, deliberate, type Panel, printMinutes, readEvidence, signAndPublish, topUp } from "#tests/e2e/ranking/panel.ts";
import { freshFolder } from "#tests/support/folders.ts";

/** From the last locked sheet to a published list that computes itself anew. */
export async function walkThrough(panel: Panel): Promise<void> {
  await topUp(panel);
  await compute(panel);
  await readEvidence(panel);
  await deliberate(panel);
  expect((await printMinutes(panel)).length).toBeGreaterThan(10_000);
  await signAndPublish(panel);
  await explainInPublic(panel);
  const folder = freshFolder();
  await checkBundle(panel, folder);
  await checkLog(panel, folder);
  await examine(panel);
}
