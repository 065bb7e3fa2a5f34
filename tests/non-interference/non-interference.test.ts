import { describe, expect, it } from "vitest";
import { root, sourcesBelow } from "#tests/architecture/sources.ts";
import { reads } from "#tests/non-interference/reads/all.ts";

const files = sourcesBelow("app/features").filter(({ path }) => path.endsWith("queries.server.ts"));
const folderOf = (path: string): string => path.replace("app/features/", "").replace("/queries.server.ts", "");

describe("the table of reads", () => {
  it("names every read of every room, and no other", async () => {
    const exported: string[] = [];
    for (const { path } of files) {
      const module = (await import(/* @vite-ignore */ `${root}/${path}`)) as Record<string, unknown>;
      exported.push(...Object.entries(module).filter(([, value]) => typeof value === "function").map(([name]) => `${folderOf(path)}.${name}`));
    }
    const named = Object.entries(reads).flatMap(([folder, those]) => Object.keys(those).map((name) => `${folder}.${name}`));
    expect(named.sort()).toEqual(exported.sort());
  });

  it("lets a page call no read below the policies but those it gives a reason for", () => {
    const used = [...sourcesBelow("app/routes"), ...sourcesBelow("app").filter(({ path }) => path === "app/request.server.ts")].flatMap(({ path, text }) =>
      [...text.matchAll(/import \{([^}]*)\} from "#app\/features\/([^"]+)\/queries\.server\.ts"/g)].flatMap(([, names = "", folder = ""]) =>
        names
          .split(",")
          .map((name) => name.trim().split(" as ")[0] as string)
          .filter((name) => {
            const read = reads[folder]?.[name];
            return read?.kind === "below" && read.forRoutes === null;
          })
          .map((name) => `${path}: ${folder}.${name}`),
      ),
    );
    expect(used).toEqual([]);
  });
});
