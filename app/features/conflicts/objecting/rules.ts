import { plainName } from "#app/features/conflicts/rules.ts";
import type { Id } from "#app/lib/ids.ts";

const titles = /^(?:(?:prof|dr|drs|dra|ir|h|hj|apt|dr\.? ?h\.? ?c)\.?\s+)+/i;

/** A person's name without academic titles, in small letters: `Prof. Dr. Sri Lestari, M.Si.` is `sri lestari`. */
export const bareName = (name: string): string => plainName((name.split(",")[0] ?? "").trim().replace(titles, ""));

/**
 * Whether a seat is of the organisation an agency named: its whole name, or one whole part of it between commas. A single word
 * of the name is not enough, or an agency could bar every university at once.
 */
export const isOfOrganisation = (seat: string, named: string): boolean =>
  plainName(named) !== "" && [seat, ...seat.split(",")].some((part) => plainName(part) === plainName(named));

/** Whom of the seated an objection means: by the whole name of the person or of the organisation. */
export const meansSeat = (
  objection: { about: "person" | "organisation"; name: string; meantUserId: Id<"user"> | null },
  seat: { userId: Id<"user">; name: string; organisation: string },
): boolean =>
  objection.meantUserId === seat.userId ||
  (objection.about === "person" ? bareName(seat.name) === bareName(objection.name) : isOfOrganisation(seat.organisation, objection.name));
