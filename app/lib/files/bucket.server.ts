import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { AwsV4Signer } from "aws4fetch";
import type { ContentStore } from "#app/lib/files.server.ts";
import { addressOf, hashFile } from "#app/lib/files/disk.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";

/** Ms without a sign of life after which the bucket counts as unreachable. */
const silenceMs = 30_000;
const emptyHash = sha256Hex("");

type Bucket = { base: string; accessKeyId: string; secretAccessKey: string; region: string };

/** `https://key:secret@host/bucket?region=…`, addressed by path; http for a bucket on the own machine. */
export function readBucketUrl(text: string): Bucket {
  const url = new URL(text);
  return {
    base: `${url.protocol}//${url.host}${url.pathname.replace(/\/$/, "")}`,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get("region") ?? "us-east-1",
  };
}

/** Content in an S3-compatible bucket under `files/<first two digits>/<address>`. Whatever fails is tried again once. */
export function openBucket(url: string): ContentStore {
  const bucket = readBucketUrl(url);
  const keyOf = (sha256: string): string => `files/${sha256.slice(0, 2)}/${addressOf(sha256)}`;
  const has = async (sha256: string): Promise<boolean> => {
    const answer = await ask(bucket, { method: "HEAD", key: keyOf(sha256) });
    answer.resume();
    if (answer.statusCode === 404) return false;
    return isFine(answer) || fail(answer, "HEAD");
  };
  const send = async (sha256: string, body: () => Readable, length: number): Promise<string> => {
    // Sent anew where it is there already: the bucket notes the instant, by which whoever takes files away knows that it is wanted.
    const put = () => ask(bucket, { method: "PUT", key: keyOf(sha256), body: { stream: body(), length, sha256 } });
    const answer = await put().catch(put);
    answer.resume();
    if (!isFine(answer)) fail(answer, "PUT");
    return sha256;
  };
  const stream: ContentStore["stream"] = async (sha256, range) => {
    const headers: Record<string, string> = range ? { range: `bytes=${range.from}-${range.to}` } : {};
    const answer = await ask(bucket, { method: "GET", key: keyOf(sha256), headers });
    if (!isFine(answer)) fail(answer, "GET");
    return answer;
  };
  return {
    put: (bytes) => send(sha256Hex(bytes), () => Readable.from([bytes]), bytes.length),
    putFile: async (path) => {
      const sha256 = await send(await hashFile(path), () => createReadStream(path), (await stat(path)).size);
      await rm(path);
      return sha256;
    },
    has,
    remove: (sha256, untouchedSince) => removeUntouched(bucket, keyOf(sha256), untouchedSince),
    read: async (sha256) => buffer(await stream(sha256)),
    stream,
    isWritable: () => canWrite(bucket),
  };
}

type Asked = {
  method: "GET" | "HEAD" | "PUT" | "DELETE";
  key: string;
  headers?: Record<string, string>;
  body?: { stream: Readable; length: number; sha256: string };
};

/** Signs (AWS signature version 4) and sends. Bodies stream both ways; the hash of what is sent is part of its signature. */
async function ask(bucket: Bucket, { method, key, headers = {}, body }: Asked): Promise<IncomingMessage> {
  const signer = new AwsV4Signer({
    ...{ method, url: `${bucket.base}/${key}`, service: "s3", region: bucket.region },
    ...{ accessKeyId: bucket.accessKeyId, secretAccessKey: bucket.secretAccessKey },
    headers: { ...headers, "x-amz-content-sha256": body?.sha256 ?? emptyHash },
  });
  const signed = await signer.sign();
  const sent = { ...Object.fromEntries(signed.headers), ...(body ? { "content-length": String(body.length) } : {}) };
  const open = signed.url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = open(signed.url, { method, headers: sent, timeout: silenceMs }, resolve);
    request.on("error", reject);
    request.on("timeout", () => request.destroy(new Error("the bucket does not answer")));
    if (body) pipeline(body.stream, request).catch(reject);
    else request.end();
  });
}

async function removeUntouched(bucket: Bucket, key: string, untouchedSince: number): Promise<boolean> {
  const head = await ask(bucket, { method: "HEAD", key });
  head.resume();
  if (head.statusCode === 404) return true;
  if (!isFine(head)) return fail(head, "HEAD");
  const kept = Date.parse(head.headers["last-modified"] ?? "");
  if (!(kept < untouchedSince)) return false;
  const answer = await ask(bucket, { method: "DELETE", key });
  answer.resume();
  return isFine(answer) || fail(answer, "DELETE");
}

const isFine = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode >= 200 && statusCode < 300;

function fail(answer: IncomingMessage, verb: string): never {
  answer.resume();
  throw new Error(`the bucket answered ${verb} with ${answer.statusCode}`);
}

async function canWrite(bucket: Bucket): Promise<boolean> {
  const mark = { stream: Readable.from([]), length: 0, sha256: emptyHash };
  const answer = await ask(bucket, { method: "PUT", key: "writable", body: mark }).catch(() => null);
  answer?.resume();
  return answer !== null && isFine(answer);
}
