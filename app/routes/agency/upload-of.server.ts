import type { UploadId } from "#app/features/proposals/attachments/types.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The upload of the address; 404 for what is no such number. */
export function uploadIdOf(params: { uploadId?: string }): UploadId {
  const id = parseId("upload", params.uploadId);
  if (!id) throw notFound("proposals.uploadUnknown");
  return id;
}
