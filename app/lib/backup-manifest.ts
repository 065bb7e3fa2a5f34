import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

export const manifestName = "manifest.json";

/** A path below the copy: no way out of it, no absolute path. */
const innerPath = z.string().regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/);

export const manifestInput = z.strictObject({
  format: z.literal("anugerah-backup/1"),
  createdAt: z.string(),
  files: z.array(z.strictObject({ path: innerPath, bytes: z.number().int().min(0), sha256: z.string().length(64) })),
  /** Content addresses that rows name and a bucket keeps: they are not in the copy. */
  elsewhere: z.array(z.string().length(64)).optional(),
});

export type Manifest = z.output<typeof manifestInput>;
export type ManifestFile = Manifest["files"][number];

/** Size and SHA-256 of a file below `folder`, read as a stream. */
export async function describeFile(folder: string, path: string): Promise<ManifestFile> {
  const full = join(folder, path);
  const hash = createHash("sha256");
  await pipeline(createReadStream(full), hash);
  return { path, bytes: (await stat(full)).size, sha256: hash.digest("hex") };
}

/** Every file below the folder, as sorted paths with forward slashes; none when the folder is missing. */
export function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
