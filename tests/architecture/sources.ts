import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The rooms in the order of a competition: a room may import only rooms above it. */
export const rooms = [
  "audit",
  "notifications",
  "accounts",
  "agencies",
  "archive",
  "competitions",
  "proposals",
  "conflicts",
  "screening",
  "assignment",
  "interviews",
  "visits",
  "scoring",
  "ranking",
  "objections",
  "certificates",
  "showcase",
] as const;

export type Source = { path: string; text: string; imports: string[] };

/** Every TypeScript file below a folder, with its path from the root and what it imports. */
export function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name));
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, imports: importsOf(text) };
    })
    .sort((a, b) => a.path.localeCompare(b.path));
}

function importsOf(text: string): string[] {
  const pattern = /(?:from\s+|import\s+|import\()\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] as string);
}

export const roomOf = (path: string): string | undefined => /^(?:#|)app\/features\/([^/]+)\//.exec(path)?.[1];
