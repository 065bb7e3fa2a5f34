import type { Readable } from "node:stream";

/** What a command knows of the terminal: handed in, so that tests run commands without a process. */
export type Io = {
  /** Results. */
  out: (text: string) => void;
  /** Errors, progress and questions. */
  err: (text: string) => void;
  stdin: Readable & { isTTY?: boolean };
  /** Whether standard error is a terminal that can redraw a line. */
  live: boolean;
  env: NodeJS.ProcessEnv;
};

export const processIo = (): Io => ({
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  live: process.stderr.isTTY === true && process.env.TERM !== "dumb",
  env: process.env,
});
