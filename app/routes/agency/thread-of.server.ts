import type { Params } from "@remix-run/react";
import type { CommentId } from "#app/features/proposals/comments/types.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The thread of the address; 404 when it is no comment's id. */
export function threadIdOf(params: Params): CommentId {
  const id = parseId("comment", params.threadId);
  if (!id) throw notFound("proposals.unknown");
  return id;
}
