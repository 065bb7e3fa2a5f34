import type { Id } from "#app/lib/ids.ts";

export type ListDocumentId = Id<"listDocument">;

/** How minutes were signed on paper: by hand, or with certificates of BSrE on a PDF. */
export const minutesSignatures = ["wet", "bsre"] as const;
export type MinutesSignature = (typeof minutesSignatures)[number];

/** A paper whose content is kept: looked at, scanned, and known by its SHA-256. */
export type KeptPaper = { fileName: string; bytes: number; sha256: string };

/** A scan of signed minutes, as somebody handed it in. */
export type Scan = KeptPaper & {
  id: ListDocumentId;
  attachedBy: Id<"user">;
  attachedAt: number;
  signature: MinutesSignature;
  /** Day on the paper, YYYY-MM-DD. */
  signedOn: string;
  minutesNumber: string;
  minutes: string;
  /** Digest of the list as it stands on the paper. */
  listDigest: string;
  checkedBy: Id<"user"> | null;
  checkedAt: number | null;
};
