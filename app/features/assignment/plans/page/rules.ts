import type { MoveLine, PlanPage } from "#app/features/assignment/plans/page/types.ts";
import type { Plan, PlanResult } from "#app/features/assignment/plans/types.ts";
import type { Shortage } from "#app/features/assignment/solver/types.ts";
import type { Id } from "#app/lib/ids.ts";
import type { WordsOf } from "#app/lib/words.ts";

type Known = {
  /** Entries the reader of the page may hear of; nothing is said of any other. */
  entries: ReadonlyMap<Id<"proposal">, { number: string; title: string }>;
  names: ReadonlyMap<Id<"user">, string>;
  categories: ReadonlyMap<string, WordsOf>;
  page: { limit: number; offset: number };
};

/** Shortages told one by one; a thousand of them would say no more. */
const toldMost = 50;

/** The result of a plan as its page shows it, moves by number of the entry, and the names of everything it speaks of. */
export function reasonsBelow({ result }: Plan, known: Known): Pick<PlanPage, "result" | "called"> {
  if (!result) return { result: null, called: { people: {}, entries: {}, categories: {} } };
  const moves = movesOf(result, known);
  const shown = moves.slice(known.page.offset, known.page.offset + known.page.limit);
  const shortages = result.shortages.flatMap((shortage) => heard(shortage, known)).slice(0, toldMost);
  return {
    result: {
      added: moves.filter(({ begins }) => begins).length,
      ended: moves.filter(({ begins }) => !begins).length,
      moves: shown,
      moveCount: moves.length,
      loads: result.loads
        .map(({ userId, before, after }) => ({ key: userId, person: known.names.get(userId) ?? "", before, after }))
        .sort((a, b) => b.after - a.after || a.person.localeCompare(b.person)),
      linkage: result.linkage,
      solved: result.solved,
      stageReaders: result.stageReaders ?? null,
      lacking: result.lacking.flatMap(({ proposalId, missing }) => {
        const entry = known.entries.get(proposalId);
        return entry ? [{ key: proposalId, entry: entry.number, missing }] : [];
      }),
      shortages,
    },
    called: calledIn(shown, shortages, known),
  };
}

/** A shortage without the entries its reader may not hear of. */
function heard(shortage: Shortage, { entries }: Known): Shortage[] {
  if ("entry" in shortage) return entries.has(shortage.entry as Id<"proposal">) ? [shortage] : [];
  if (!("entries" in shortage)) return [shortage];
  const told = shortage.entries.filter((id) => entries.has(id as Id<"proposal">));
  return told.length > 0 ? [{ ...shortage, entries: told }] : [];
}

function movesOf({ added, ended }: PlanResult, { entries, names }: Known): MoveLine[] {
  const line = (proposalId: Id<"proposal">, userId: Id<"user">) => ({
    key: `${proposalId} ${userId}`,
    entry: entries.get(proposalId)?.number ?? "",
    title: entries.get(proposalId)?.title ?? "",
    person: names.get(userId) ?? "",
  });
  return [
    ...ended.filter(({ proposalId }) => entries.has(proposalId)).map(({ proposalId, userId }): MoveLine => ({ ...line(proposalId, userId), begins: false, reason: null })),
    ...added.filter(({ proposalId }) => entries.has(proposalId)).map(({ proposalId, userId, reason }): MoveLine => ({ ...line(proposalId, userId), begins: true, reason })),
  ].sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : Number(a.begins) - Number(b.begins) || (a.person < b.person ? -1 : 1)));
}

function calledIn(moves: readonly MoveLine[], shortages: readonly Shortage[], known: Known): PlanPage["called"] {
  const people = new Set(moves.flatMap(({ reason }) => reason?.next?.assessor ?? []));
  const entries = new Set<string>();
  for (const shortage of shortages) {
    if ("entry" in shortage) entries.add(shortage.entry);
    if ("entries" in shortage) for (const id of shortage.entries) entries.add(id);
    if ("assessors" in shortage) for (const id of shortage.assessors) people.add(id);
    if (shortage.kind === "readers") for (const { assessor } of shortage.barred) people.add(assessor);
  }
  return {
    people: Object.fromEntries([...people].map((id) => [id, known.names.get(id as Id<"user">) ?? ""])),
    entries: Object.fromEntries([...entries].map((id) => [id, known.entries.get(id as Id<"proposal">)?.number ?? ""])),
    categories: Object.fromEntries(known.categories),
  };
}
