import { expect, it } from "vitest";
import { notFound } from "#app/lib/errors.ts";
import { respondFile } from "#app/routes/downloads/respond-file.server.tsx";
import { makeWorld } from "#tests/support/world.ts";

const { ctx } = makeWorld();
const asked = (accept: string) => new Request("http://localhost/downloads/receipts/x.pdf", { headers: { Accept: accept } });

const refused = async (accept: string, locale: "id" | "en"): Promise<{ status: number; type: string | null; body: string }> => {
  const work = () => respondFile({ ...ctx, locale }, asked(accept), () => { throw notFound("proposals.unknown"); });
  const thrown = await work().then(() => undefined, (error: unknown) => error);
  if (!(thrown instanceof Response)) throw new Error("nothing was refused");
  return { status: thrown.status, type: thrown.headers.get("Content-Type"), body: await thrown.text() };
};

it("a link to a file that is not for the reader leads to a page in the reader's language with a way on", async () => {
  const page = await refused("text/html,application/xhtml+xml", "en");
  expect([page.status, page.type]).toEqual([404, "text/html; charset=utf-8"]);
  expect(page.body).toMatch(/<html lang="en">.*<h1>Page not found<\/h1>.*<a href="\/home"/s);
});

it("a program that asks for such a file is told in JSON", async () => {
  const answer = await refused("application/pdf", "id");
  expect([answer.status, Object.keys(JSON.parse(answer.body) as object)]).toEqual([404, ["message", "status"]]);
});

it("a file that may be read is answered as it is", async () => {
  const file = new Response("bytes");
  expect(await respondFile(ctx, asked("text/html"), () => file)).toBe(file);
});
