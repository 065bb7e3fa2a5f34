import { Readable } from "node:stream";
import { main } from "#app/cli/main.ts";

export type Ran = { code: number; out: string; err: string };

/** Runs a command in this process, with Indonesian words unless `LANG` says otherwise. */
export async function run(argv: string[], given: { stdin?: string; env?: Record<string, string> } = {}): Promise<Ran> {
  const printed = { out: "", err: "" };
  const code = await main(argv, {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    stdin: Readable.from(given.stdin === undefined ? [] : [given.stdin]),
    live: false,
    env: { NODE_ENV: "test", LANG: "id_ID.UTF-8", ...given.env },
  });
  return { code, ...printed };
}
