import { sourcesBelow } from "#tests/architecture/sources.ts";

/** A scope as one file of reads uses it. */
export type Site = { file: string; folder: string; name: string };

/** Functions of other modules than policies that decide what a person is shown. */
const besides: Record<string, readonly string[]> = {
  "#app/features/conflicts/withholding/queries.server.ts": ["withheldFrom", "judgingWithheldFrom", "notWithheld", "isShown"],
  "#app/features/proposals/queries.server.ts": ["shownTo"],
  "#app/features/notifications/outbox/queries.server.ts": ["shownLetters"],
  "#app/lib/ctx.ts": ["withheldOf"],
};

/** Every place where a file of reads asks a policy, or what is withheld from a person. */
export const sites: readonly Site[] = sourcesBelow("app/features")
  .filter(({ path }) => path.endsWith("queries.server.ts"))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/import \{([^}]*)\} from "(#app\/[^"]+)"/g)].flatMap(([, names = "", from = ""]) =>
      names
        .split(",")
        .map((name) => name.trim().split(" as ")[0] ?? "")
        .filter((name) => /^[a-z]\w*$/.test(name) && (from.endsWith("/policy.ts") || (besides[from] ?? []).includes(name)))
        .map((name) => ({ file: path, folder: path.replace("app/features/", "").replace("/queries.server.ts", ""), name })),
    ),
  );
