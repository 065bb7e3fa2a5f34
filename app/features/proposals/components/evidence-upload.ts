import { useEffect, useRef, useState } from "react";
import type { Upload } from "tus-js-client";

/** Bytes a piece: little enough that a slow line finishes it, and that a broken one loses little. */
const pieceBytes = 1024 * 1024;
/** Ms between tries; then the upload waits until the network is back or the person asks. */
const retryDelays = [500, 1_500, 4_000, 8_000, 15_000];

export type Sending =
  | { phase: "idle" }
  | { phase: "sending" | "waiting" | "signedOut"; name: string; done: number; size: number }
  | { phase: "refused"; message: string | null };

type Place = { proposalId: string; fieldKey: string };
/** An upload that was begun earlier, on whichever device; what is said where the file is another one, which is else sent anew. */
type GoOn = { id: string; otherFile: string | null };
type Announced = Place & { file: File; goOn: GoOn | null; arrived: (uploadId: string) => void };

/** Sends files in pieces and goes on where a broken line left them, after a reload too when the same file is chosen. */
export function useUpload() {
  const [sending, setSending] = useState<Sending>({ phase: "idle" });
  const current = useRef<Upload | null>(null);
  const resume = (): void => current.current?.start();
  const refuse = (message: string): void => setSending({ phase: "refused", message });
  const cancel = async (): Promise<void> => {
    const upload = current.current;
    current.current = null;
    setSending({ phase: "idle" });
    await upload?.abort(true).catch(() => undefined);
  };
  const send = (announced: Announced): void => {
    void begin(announced, setSending).then((upload) => {
      current.current = upload;
    });
  };
  const isWaiting = sending.phase === "waiting";
  useEffect(() => {
    if (!isWaiting) return;
    window.addEventListener("online", resume);
    return () => window.removeEventListener("online", resume);
  }, [isWaiting]);
  useEffect(() => () => void current.current?.abort(), []);
  return { sending, send, resume, cancel, refuse };
}

type Tell = (sending: Sending) => void;

async function begin({ proposalId, fieldKey, file, goOn, arrived }: Announced, tell: Tell): Promise<Upload | null> {
  const { name, size } = file;
  let done = 0;
  tell({ phase: "sending", name, done, size });
  const start = goOn ? await compareStart(file, goOn.id) : "unknown";
  if (goOn?.otherFile && start === "other") {
    tell({ phase: "refused", message: goOn.otherFile });
    return null;
  }
  // Loaded only by whoever uploads.
  const { Upload: Tus } = await import("tus-js-client");
  const upload = new Tus(file, {
    endpoint: "/uploads",
    uploadUrl: goOn && start === "same" ? `/uploads/${goOn.id}` : null,
    chunkSize: pieceBytes,
    retryDelays,
    metadata: { proposalId, fieldKey, fileName: name },
    removeFingerprintOnSuccess: true,
    fingerprint: () => Promise.resolve(["anugerah", proposalId, fieldKey, name, size, file.lastModified].join("/")),
    // Without a network there is nothing to try: the upload waits for it.
    onShouldRetry: (error) => navigator.onLine && isPassing(error.originalResponse?.getStatus() ?? 0),
    onProgress: (sent) => {
      done = sent;
      tell({ phase: "sending", name, done, size });
    },
    onError: (error) => {
      const answer = "originalResponse" in error ? error.originalResponse : null;
      const status = answer?.getStatus() ?? 0;
      if (status === 401) return tell({ phase: "signedOut", name, done, size });
      if (isPassing(status)) return tell({ phase: "waiting", name, done, size });
      tell({ phase: "refused", message: wordsOf(answer?.getBody()) });
    },
    onSuccess: () => {
      tell({ phase: "idle" });
      arrived(upload.url?.split("/").at(-1) ?? "");
    },
  });
  const [earlier] = start === "unknown" ? await upload.findPreviousUploads() : [];
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
  return upload;
}

/**
 * Whether the file begins with what has come already, so that no file is put together from two. Unknown where the server cannot be
 * asked, the upload is gone, or the line is not secure and the browser computes no hashes.
 */
async function compareStart(file: File, id: string): Promise<"same" | "other" | "unknown"> {
  const answer = await fetch(`/unfinished-uploads/${id}`, { headers: { Accept: "application/json" } }).catch(() => null);
  const hashes = (crypto as Partial<Crypto>).subtle;
  if (!answer?.ok || !hashes) return "unknown";
  const { come, sha256 } = (await answer.json()) as { come: number; sha256: string };
  const own = new Uint8Array(await hashes.digest("SHA-256", await file.slice(0, come).arrayBuffer()));
  return Array.from(own, (byte) => byte.toString(16).padStart(2, "0")).join("") === sha256 ? "same" : "other";
}

/** No answer, a busy server, or a piece that another try is still holding: it passes. */
const isPassing = (status: number): boolean => status === 0 || status === 409 || status === 423 || status >= 500;

function wordsOf(body: string | undefined): string | null {
  try {
    const { message } = JSON.parse(body ?? "") as { message?: unknown };
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}
