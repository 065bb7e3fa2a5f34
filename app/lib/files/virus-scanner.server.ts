import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { z } from "zod";

/** What a scanner says of a stream; `unreachable` means nothing about the content. */
export type ScanAnswer = { verdict: "clean" } | { verdict: "infected"; signature: string } | { verdict: "unreachable"; reason: string };

export type VirusScanner = { scan: (content: Readable) => Promise<ScanAnswer> };

/** Ms without an answer after which the daemon counts as unreachable. */
const silenceMs = 30_000;

/** `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`. */
export const clamavUrl = z.string().regex(/^(unix:\/.+|tcp:\/\/[^/:]+:\d+)$/);

/**
 * A ClamAV daemon asked by its INSTREAM command: the content goes in pieces with their length before them, a piece of no length
 * ends it, and one line comes back. Nothing is written to a disk the daemon would have to share.
 */
export function openScanner(address: string): VirusScanner {
  return {
    scan: async (content) => {
      try {
        return readAnswer(await converse(connectTo(address), content));
      } catch (error) {
        content.destroy();
        return { verdict: "unreachable", reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function connectTo(address: string): Socket {
  if (address.startsWith("unix:")) return connect(address.slice("unix:".length));
  const { hostname, port } = new URL(address);
  return connect(Number(port), hostname);
}

function converse(socket: Socket, content: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = [];
    socket.setTimeout(silenceMs, () => socket.destroy(new Error("the scanner does not answer")));
    socket.on("data", (chunk) => heard.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(heard).toString("utf8").replace(/\0/g, "").trim()));
    socket.on("connect", () => void sendAll(socket, content).catch((error: Error) => socket.destroy(error)));
  });
}

async function sendAll(socket: Socket, content: Readable): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const piece of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    if (!socket.write(piece)) await drained(socket);
    if (socket.destroyed) return;
  }
  socket.write(Buffer.alloc(4));
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once("drain", resolve);
    socket.once("close", resolve);
  });

function readAnswer(line: string): ScanAnswer {
  if (/: OK$/.test(line)) return { verdict: "clean" };
  const found = /: (.+) FOUND$/.exec(line);
  if (found?.[1]) return { verdict: "infected", signature: found[1] };
  return { verdict: "unreachable", reason: line || "the scanner closed the line" };
}
