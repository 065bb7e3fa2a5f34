import { createHash } from "node:crypto";

export const sha256Hex = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** First 16 hex digits in groups of four, as printed on receipts and certificates. */
export const fingerprint = (hex: string): string => (hex.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
