import { type Id, type IdKind, idPrefixes } from "#app/lib/ids.ts";
import type { Known } from "#tests/non-interference/world.ts";

/** Every id of a table as it stood when the world was made, and one that nothing bears. */
export const idsOf =
  <K extends IdKind>(table: string, kind: K) =>
  ({ here }: Known): Id<K>[] => {
    const rows = here.world.ctx.db.$client.prepare(`select id from ${table} order by id`).all() as { id: Id<K> }[];
    return [...rows.map(({ id }) => id), nobodys(kind)];
  };

/** Well formed, and of nothing. */
export const nobodys = <K extends IdKind>(kind: K): Id<K> => `${idPrefixes[kind]}_${"0".repeat(20)}` as Id<K>;
