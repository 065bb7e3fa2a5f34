import type { Db } from "#db/client.server.ts";

/** Content addresses that rows name and that must be found in the file store; sorted. */
export const contentAddresses = (db: Db): string[] =>
  db.$client.prepare("select sha256 from attachments union select picture from page_pictures union select sha256 from ranking_documents order by 1").pluck().all() as string[];
