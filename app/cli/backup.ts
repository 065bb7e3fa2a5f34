import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { type Call, defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf, type House, openHouse } from "#app/cli/house.ts";
import { makeProgress } from "#app/cli/progress.ts";
import { Refused } from "#app/cli/refusals.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { contentAddresses } from "#db/contents.ts";
import { describeFile, listFiles, type Manifest, type ManifestFile, manifestName } from "#app/lib/backup-manifest.ts";

/** Pages copied at a time: between two steps the running system writes on. */
const pagesAStep = 500;

export const command = defineCommand({
  options: { to: { type: "string" }, data: { type: "string" } },
  input: z.strictObject({ to: z.string().min(1), data: z.string().min(1).optional() }),
  run: async ({ to, data }, call) => {
    const folder = resolve(to);
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new Refused("cli.errors.notEmpty", { folder });
    const house = openHouse(configOf(call.io, { DATA_DIR: data }));
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const files = await copyAll(house, folder, call);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      const words = { folder, files: files.length, bytes: formatBytes(call.t.locale, bytes) };
      call.print({ folder, files: files.length, bytes }, call.t("cli.backup.done", words));
      return exitCodes.ok;
    } finally {
      house.close();
    }
  },
});

/** The database first: files are kept before the rows that name them, so every row copied finds its file afterwards. */
async function copyAll(house: House, folder: string, { io, t }: Call): Promise<ManifestFile[]> {
  const progress = makeProgress(io, t);
  const database = progress.begin(t("cli.backup.database"), 1);
  await copyDatabase(house, join(folder, "anugerah.db"));
  database.advance();
  database.finish();
  const parts = [
    { name: t("cli.backup.files"), from: house.config.filesDir, to: "files" },
    { name: t("cli.backup.keys"), from: house.config.keysDir, to: "keys", mode: 0o600 },
  ];
  const files = [await describeFile(folder, "anugerah.db")];
  for (const part of parts) {
    const paths = listFiles(part.from).filter((path) => !path.startsWith("."));
    const stage = progress.begin(part.name, paths.length);
    for (const path of paths) {
      files.push(await copyFile({ ...part, path, folder }));
      stage.advance();
    }
    stage.finish();
  }
  writeManifest(folder, { files, ...(house.config.s3Url ? { elsewhere: contentAddresses(house.db) } : {}) });
  return files;
}

async function copyDatabase(house: House, target: string): Promise<void> {
  await house.db.$client.backup(target, { progress: () => pagesAStep });
  // The copy is one file without a journal beside it, or its checksum would not hold after the first look.
  const copy = new Database(target);
  copy.pragma("journal_mode = DELETE");
  copy.close();
}

async function copyFile(file: { from: string; path: string; folder: string; to: string; mode?: number }): Promise<ManifestFile> {
  const inner = `${file.to}/${file.path}`;
  const target = join(file.folder, inner);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  copyFileSync(join(file.from, file.path), target);
  if (file.mode !== undefined) chmodSync(target, file.mode);
  return describeFile(file.folder, inner);
}

/** Written last: a copy without its manifest is an interrupted one. */
function writeManifest(folder: string, content: Pick<Manifest, "files" | "elsewhere">): void {
  const manifest: Manifest = { format: "anugerah-backup/1", createdAt: new Date().toISOString(), ...content };
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
}
