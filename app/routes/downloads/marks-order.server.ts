import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { MarksOrder } from "#app/features/ranking/marks/jobs.server.ts";
import { getMarkScope } from "#app/features/ranking/marks/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";

/** What a thread writes the marks of a version from, and how the file is called; 404 for whoever may not read them. */
export function marksOrder(ctx: Ctx, listId: ListId): { order: MarksOrder; name: string } {
  const { list, shown, inputs } = getMarkScope(ctx, listId);
  const { slug, rehearsal } = getEdition(ctx, list.editionId);
  const name = `${rehearsal ? "latihan-" : ""}${slug}-${list.listKey}-v${list.version}`;
  return { name, order: { file: ctx.db.$client.name, listId, shown, inputs, locale: ctx.locale } };
}

/** One at a time: each holds the marks of an edition in memory. */
let last: Promise<unknown> = Promise.resolve();

/** Has a thread write a file of marks; whoever leaves meanwhile ends it. */
export function writtenAside(name: "writeMarksBook" | "writeMarksCsv", input: object, signal: AbortSignal): Promise<Uint8Array> {
  const made = last.then(() => runInThread<Uint8Array>({ module: "app/features/ranking/marks/jobs.server.ts", name, input }, { signal }));
  last = made.catch(() => undefined);
  return made;
}
