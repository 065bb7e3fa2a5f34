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
type Announced = Place & { file: File; arrived: (uploadId: string) => void };

/** Sends files in pieces and goes on where a broken line left them, after a reload too when the same file is chosen. */
export function useUpload() {
  const [sending, setSending] = useState<Sending>({ phase: "idle" });
  const current = useRef<Upload | null>(null);
  const resume = (): void => current.current?.start();
  const cancel = (): void => {
    void current.current?.abort(true).catch(() => undefined);
    current.current = null;
    setSending({ phase: "idle" });
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
  return { sending, send, resume, cancel };
}

type Tell = (sending: Sending) => void;

async function begin({ proposalId, fieldKey, file, arrived }: Announced, tell: Tell): Promise<Upload> {
  const { name, size } = file;
  let done = 0;
  tell({ phase: "sending", name, done, size });
  // Loaded only by whoever uploads.
  const { Upload: Tus } = await import("tus-js-client");
  const upload = new Tus(file, {
    endpoint: "/uploads",
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
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
  return upload;
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
