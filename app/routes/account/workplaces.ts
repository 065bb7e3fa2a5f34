import type { Membership } from "#app/features/agencies/queries.server.ts";
import type { EditionCard, SeatRole } from "#app/features/competitions/types.ts";
import type { Locale } from "#app/lib/ctx.ts";
import { inLocale } from "#app/lib/words.ts";

/** A place a person works in: where it is, what it is called, as what, and where things stand there. */
export type Workplace = { to: string; name: string; as: string; roles: SeatRole[]; rehearsal: boolean; stands?: string };

const office: SeatRole[] = ["organiser", "signatory", "auditor", "observer"];
const panel: SeatRole[] = ["evaluator", "juror", "chair"];

/** Doors of one edition: the secretariat's office, the screeners' room, the assessors' desk. A chair has two. */
export function editionWorkplaces(locale: Locale, card: EditionCard, stands: string): Workplace[] {
  const door = (path: string, roles: SeatRole[]): Workplace[] => {
    const held = card.roles.filter((role) => roles.includes(role));
    const name = inLocale(locale, card.definition.name);
    return held.length === 0 ? [] : [{ to: path, name, as: "", roles: held, rehearsal: card.rehearsal, stands }];
  };
  return [
    ...door(`/organiser/editions/${card.id}`, [...office, "chair"]),
    ...door(`/screening/${card.id}`, ["screener"]),
    ...door(`/assessor/${card.id}`, panel),
  ];
}

export const agencyWorkplace = (membership: Membership): Workplace => ({
  to: `/agencies/${membership.agencyId}`,
  name: membership.name,
  as: membership.unit,
  roles: [],
  rehearsal: false,
});
