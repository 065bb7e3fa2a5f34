import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type FakeBucket = { url: string; objects: Map<string, Buffer>; stop: () => Promise<void> };

/** A server that keeps and gives back objects by their path as an S3-compatible one does; it looks at no signature. */
export async function startBucket(): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = request.url ?? "";
      const held = objects.get(path);
      if (request.method === "PUT") objects.set(path, body);
      else if (!held) response.statusCode = 404;
      if (request.method === "DELETE") objects.delete(path);
      response.end(request.method === "GET" ? held : undefined);
    });
  }).listen(0, "localhost");
  await once(server, "listening");
  return {
    url: `http://AKID:secret@localhost:${(server.address() as AddressInfo).port}/anugerah?region=id`,
    objects,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
