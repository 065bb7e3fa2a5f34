import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

export type FakeClamd = { url: string; heard: Buffer[]; stop: () => Promise<void> };

/** What every scanner reports, by agreement, as if it were a virus; written in two parts, so that this file is none. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** A daemon that speaks INSTREAM as clamd does: pieces with their length before them, one answer, the line closed. */
export async function startClamd(): Promise<FakeClamd> {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    let buffered = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let started = false;
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      if (!started) {
        if (buffered.length < 10) return;
        if (buffered.subarray(0, 10).toString() !== "zINSTREAM\0") return void socket.end("UNKNOWN COMMAND\0");
        started = true;
        buffered = buffered.subarray(10);
      }
      while (buffered.length >= 4) {
        const length = buffered.readUInt32BE(0);
        if (length === 0) {
          heard.push(content);
          return void socket.end(content.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
        }
        if (buffered.length < 4 + length) return;
        content = Buffer.concat([content, buffered.subarray(4, 4 + length)]);
        buffered = buffered.subarray(4 + length);
      }
    });
  }).listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `tcp://localhost:${port}`,
    heard,
    stop: async () => {
      server.close();
      await once(server, "close");
    },
  };
}
