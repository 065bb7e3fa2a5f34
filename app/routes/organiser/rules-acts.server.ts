import type { Place as ListPlace } from "#app/features/competitions/editing/items/rules.ts";
import { addressOf } from "#app/features/competitions/editing/places/rules.ts";
import type { Part } from "#app/features/competitions/editing/types.ts";
import { editionPath } from "#app/routes/organiser/edition-of.server.ts";

/** The thing an act of a list is about, as its form names it. */
export const placeOfForm = ({ collection, sheet }: { collection: ListPlace["collection"]; sheet: string }): ListPlace =>
  sheet === "" ? { collection } : { collection, sheet };

/** The page of the list it stands in. */
export const listAddress = (edition: { id: string }, { collection, sheet }: ListPlace): string => {
  const part: Part = collection === "criteria" ? "rubrics" : collection;
  return `${editionPath(edition)}/rules/edit/${addressOf(sheet === undefined ? { part } : { part, item: sheet })}`;
};
