import { threadId } from "node:worker_threads";
import { DomainError } from "#app/lib/errors.ts";

/** Which thread does it. */
export const whichThread = (): number => threadId;

/** Says the words once it has waited so many ms. */
export async function sayLater({ words, ms }: { words: string; ms: number }): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return words;
}

export function refuse(): never {
  throw new DomainError("ranking.changed", { kind: "conflict", params: { count: 3 } });
}

export function breakDown(): never {
  throw new Error("the table is bent");
}

/** Takes memory until there is none. */
export function hoard(): number {
  const kept: unknown[] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
}

/** Never ends. */
export function loop(): never {
  for (;;) Math.sqrt(2);
}
