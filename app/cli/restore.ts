import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { type Call, defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf } from "#app/cli/house.ts";
import { makeProgress } from "#app/cli/progress.ts";
import { Refused } from "#app/cli/refusals.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { describeFile, type Manifest, type ManifestFile, manifestInput, manifestName } from "#app/lib/backup-manifest.ts";

export const command = defineCommand({
  options: { from: { type: "string" }, data: { type: "string" } },
  input: z.strictObject({ from: z.string().min(1), data: z.string().min(1).optional() }),
  run: async ({ from, data }, call) => {
    const source = resolve(from);
    const folder = configOf(call.io, { DATA_DIR: data }).dataDir;
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new Refused("cli.restore.live", { folder });
    const { files } = readManifest(source);
    await checkAll(source, files, call);
    copyAll({ source, folder, files }, call);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const words = { folder, files: files.length, bytes: formatBytes(call.t.locale, bytes) };
    call.print({ folder, files: files.length, bytes }, call.t("cli.restore.done", words));
    return exitCodes.ok;
  },
});

function readManifest(source: string): Manifest {
  try {
    const manifest = manifestInput.parse(JSON.parse(readFileSync(join(source, manifestName), "utf8")));
    if (manifest.files.some(({ path }) => path === "anugerah.db")) return manifest;
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError || isMissing(error))) throw error;
  }
  throw new Refused("cli.restore.noManifest", { folder: source });
}

const isMissing = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

async function checkAll(source: string, files: readonly ManifestFile[], { io, t }: Call): Promise<void> {
  const stage = makeProgress(io, t).begin(t("cli.restore.checking"), files.length);
  for (const file of files) {
    if (!existsSync(join(source, file.path))) throw new Refused("cli.restore.missing", { file: file.path });
    const found = await describeFile(source, file.path);
    if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) throw new Refused("cli.restore.altered", { file: file.path });
    stage.advance();
  }
  stage.finish();
}

/** The database comes last and under its name in one step: until then the folder is not one a server would open. */
function copyAll(work: { source: string; folder: string; files: readonly ManifestFile[] }, { io, t }: Call): void {
  const { source, folder, files } = work;
  const stage = makeProgress(io, t).begin(t("cli.restore.copying"), files.length);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { path } of files) {
    const target = join(folder, path === "anugerah.db" ? "anugerah.db.restoring" : path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(source, path), target);
    if (path.startsWith("keys/")) chmodSync(target, 0o600);
    stage.advance();
  }
  renameSync(join(folder, "anugerah.db.restoring"), join(folder, "anugerah.db"));
  stage.finish();
}
