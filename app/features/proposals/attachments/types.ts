import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Id } from "#app/lib/ids.ts";
import type { FileKind } from "#app/lib/uploads/types.ts";

export type UploadId = Id<"upload">;

/** `none`: no scanner was configured; `pending`: it could not be reached yet, and only the agency itself can open the file. */
export type ScanState = "none" | "pending" | "clean" | "infected";

/** Content that was checked and is kept, ready to be put at a question. */
export type KeptFile = { sha256: string; bytes: number; kind: FileKind; pages: number | null; scan: ScanState };

/** A file on its way, as it was announced. */
export type Upload = {
  id: UploadId;
  proposalId: ProposalId;
  fieldKey: string;
  fileName: string;
  bytes: number;
  userId: Id<"user">;
  createdAt: number;
};

/** What a person began to send and did not finish: how many of its bytes have come. */
export type UnfinishedUpload = Pick<Upload, "id" | "fieldKey" | "fileName" | "bytes" | "createdAt"> & { come: number };

/** A picture of a page; pages count from 1. */
export type PagePicture = { page: number; width: number; height: number };
