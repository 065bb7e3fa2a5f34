import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { unpackArchive } from "#app/features/ranking/bundle/archive/rules.ts";
import { root } from "#tests/architecture/sources.ts";
import { download, fetched, type Panel } from "#tests/e2e/ranking/panel.ts";
import { ask } from "#tests/e2e/ranking/scene.ts";
import { press, told } from "#tests/e2e/walk/walk.ts";

/** Remarks go to the agency after a look for names; it reads its marks beside anonymous peers; an assessor reads the own severity. */
export async function explainInPublic(panel: Panel): Promise<void> {
  const { t, scene, base } = panel;
  const { remarks, released } = { remarks: `${base}/remarks/${scene.ownEntry}`, released: "Uraian dampak sudah terukur dan mudah diikuti." };
  const organiser = await panel.as("organiser");
  await organiser.goto(remarks);
  await panel.see(organiser, "ranking-remarks");
  await organiser.locator('[name="text"]').fill("Menurut Penilai 02 uraiannya sudah baik.");
  await press(organiser, t("ranking.remarks.release"));
  await organiser.locator('[aria-invalid="true"]').first().waitFor();
  await panel.see(organiser, "ranking-remarks-refused");
  await organiser.locator('[name="text"]').fill(released);
  await press(organiser, t("ranking.remarks.release"));
  await told(organiser, t("ranking.remarks.done"));
  await panel.see(organiser, "ranking-remarks-released");

  const admin = await panel.as("agencyAdmin");
  await admin.goto(`/proposals/${scene.ownEntry}/result`);
  await admin.getByText(released).waitFor();
  await panel.see(admin, "ranking-result");

  const assessor = await panel.as("evaluator1");
  await assessor.goto(`/assessor/${scene.editionId}/severity`);
  await panel.see(assessor, "ranking-severity");
}

type Ran = { code: number; said: string };
const execute = promisify(execFile);

async function runNode(panel: Panel, args: string[]): Promise<Ran> {
  const env = { ...process.env, NODE_ENV: "production" as const, LANG: panel.look.locale === "id" ? "id_ID.UTF-8" : "en_GB.UTF-8" };
  const { code, stdout, stderr } = await execute(process.execPath, args, { cwd: root, env, encoding: "utf8" }).then(
    (done) => ({ ...done, code: 0 }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  );
  return { code, said: `${stdout}${stderr}` };
}

/** The bundle of the published list computes itself anew in a process of its own; one changed byte is named. */
export async function checkBundle(panel: Panel, folder: string): Promise<void> {
  const { t, list } = panel;
  const chair = await panel.as("chair");
  await chair.goto(list);
  const { body } = await download(chair, t("ranking.list.bundle"));
  const [good, bad, unpacked] = [join(folder, "paket.zip"), join(folder, "berubah.zip"), join(folder, "paket")];
  writeFileSync(good, body);
  const changed = Buffer.from(body);
  const at = changed.indexOf('"listed":true');
  changed.write("0", changed.indexOf('"rank":', at) + 7);
  writeFileSync(bad, changed);
  mkdirSync(unpacked);
  for (const [name, text] of Object.entries(unpackArchive(body) ?? {})) writeFileSync(join(unpacked, name), text);
  const key = await keyOf(panel);
  const verify = (file: string): Promise<Ran> => runNode(panel, ["app/cli/anugerah.mjs", "bundle", "verify", file, "--key", key]);
  const [equal, named] = await Promise.all([verify(good), verify(bad)]);
  expect([equal.code, equal.said]).toEqual([0, expect.stringContaining(digestOf(panel))]);
  expect([named.code, named.said]).toEqual([1, expect.stringContaining("list.json")]);
  expect((await outside(panel, ["bundle", unpacked, "--key", key])).code).toBe(0);
}

const digestOf = ({ product, scene }: Panel): string =>
  ask<{ digest: string }>(product, "select digest from ranking_lists where edition_id = ? and status = 'provisional'", scene.editionId)[0]?.digest ?? "";

const outside = (panel: Panel, args: string[]): Promise<Ran> => runNode(panel, ["public/verification/anugerah-verify.mjs", ...args]);

async function keyOf(panel: Panel): Promise<string> {
  const visitor = await panel.visitor();
  await visitor.goto("/audit");
  return (await visitor.locator("main pre").first().innerText()).trim();
}

/** Anybody reads the checkpoints; an auditor reads entries with their proofs; the verifier of one file finds that all of it fits. */
export async function checkLog(panel: Panel, folder: string): Promise<void> {
  const { t, scene, base } = panel;
  const key = await keyOf(panel);
  const visitor = await panel.visitor();
  await panel.see(visitor, "audit-public");
  await visitor.locator("main tbody a").first().click();
  await visitor.waitForURL(/\/audit\/checkpoints\/\d+$/);
  await panel.see(visitor, "audit-checkpoint");
  const checkpoint = keep(folder, await download(visitor, t("audit.checkpoint.download")));
  const consistency = keep(folder, await download(visitor, t("audit.checkpoint.proof")));

  const auditor = await panel.as("auditor");
  await auditor.goto(`${base}/audit`);
  await panel.see(auditor, "audit-log");
  const [published] = ask<{ seq: number }>(panel.product, "select seq from audit_entries where edition_id = ? and action = 'ranking.approve'", scene.editionId);
  await auditor.goto(`${base}/audit/${published?.seq}`);
  await panel.see(auditor, "audit-entry");
  const proof = keep(folder, await download(auditor, t("audit.entry.download")));
  const log = keep(folder, await fetched(auditor, `/downloads/audit/${scene.editionId}/log.jsonl`));
  const calls = [["checkpoint", checkpoint], ["consistency", consistency], ["proof", proof, "--checkpoint", checkpoint], ["log", log, "--checkpoint", checkpoint]];
  const ran = await Promise.all(calls.map((call) => outside(panel, [...call, "--key", key])));
  expect(ran.map(({ code, said }) => [code, code === 0 ? "" : said])).toEqual(calls.map(() => [0, ""]));
}

function keep(folder: string, { body, file }: { body: Buffer; file: string }): string {
  const path = join(folder, file);
  writeFileSync(path, body);
  return path;
}

/** The worker examines log and state; the page waits and shows what was found. */
export async function examine(panel: Panel): Promise<void> {
  const { t, base } = panel;
  const auditor = await panel.as("auditor");
  await auditor.goto(`${base}/audit`);
  await press(auditor, t("audit.examination.ask"));
  await auditor.getByRole("progressbar").or(auditor.getByText(t("audit.examination.waiting"))).first().waitFor();
  await panel.see(auditor, "audit-examination-waiting");
  await auditor.locator(".notice--ok").first().waitFor();
  await panel.see(auditor, "audit-examination-done");
}
