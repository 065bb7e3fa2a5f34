import type { Sent } from "#app/components/autosaver.ts";
import type { KeptEntries } from "#app/components/kept-entries.ts";

/** Milliseconds after which a server that does not answer counts as away. */
const patience = 20_000;

/**
 * Posts what a form holds and says what became of it. The server answers in JSON: `ok`, and whatever the page needs; 401 says
 * that the person has to sign in. Never rejects.
 */
export async function sendEntries<A extends { ok: boolean }>(to: string, entries: KeptEntries, leaving: boolean): Promise<Sent<A>> {
  const body = new URLSearchParams(entries.map(([name, text]): [string, string] => [name, text]));
  try {
    const answer = await fetch(to, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      redirect: "manual",
      keepalive: leaving,
      signal: leaving ? undefined : AbortSignal.timeout(patience),
    });
    return await readAnswer<A>(answer);
  } catch {
    return { kind: "away" };
  }
}

async function readAnswer<A extends { ok: boolean }>(answer: Response): Promise<Sent<A>> {
  const isJson = answer.headers.get("Content-Type")?.includes("json") ?? false;
  if (answer.type === "opaqueredirect") return { kind: "signedOut", message: null };
  if (!isJson || answer.status >= 500 || answer.status === 429) return { kind: "failed" };
  const body = (await answer.json()) as A & { message?: string | null };
  if (answer.status === 401) return { kind: "signedOut", message: body.message ?? null };
  return body.ok ? { kind: "saved", answer: body } : { kind: "refused", answer: { ...body, ok: false } };
}
