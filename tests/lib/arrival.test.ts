import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { identifyRequest } from "#app/lib/http/request-log.server.ts";
import type { Config } from "#app/lib/config.server.ts";
import { makeCtx } from "#app/request.server.ts";
import { makeWorld } from "#tests/support/world.ts";

const app = express();
app.use(identifyRequest());
// Stands for a page's action: what it does, it does only once the whole body is there.
app.post("/", (request, response) => {
  request.resume();
  request.on("end", () => {
    const { ctx } = makeWorld();
    const who = { actor: null, locale: "id", requestId: "r", arrivedAt: response.locals.arrivedAt as number } as const;
    const { now } = makeCtx({ ...ctx, config: { demo: false, baseUrl: "http://x" } as Config }, who);
    response.json({ now, read: Date.now() });
  });
});
const server = createServer(app);

beforeAll(async () => {
  server.listen(0, "localhost");
  await once(server, "listening");
});
afterAll(() => void server.close());

it("takes the instant of arrival when the head of a request is read, however late its body comes", async () => {
  const { port } = server.address() as { port: number };
  const sent = httpRequest({ port, host: "localhost", method: "POST", headers: { "Content-Length": 4 } });
  sent.write("ab");
  const begun = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 400));
  sent.end("cd");
  const [answer] = (await once(sent, "response")) as [AsyncIterable<Buffer>];
  let text = "";
  for await (const chunk of answer) text += chunk.toString();
  const { now, read } = JSON.parse(text) as { now: number; read: number };
  expect([now - begun < 200, read - now >= 350]).toEqual([true, true]);
});
