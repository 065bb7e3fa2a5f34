import type { AwardRecord } from "#app/features/archive/types.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { type FieldFault, InvalidInput } from "#app/lib/errors.ts";

/** An award of the archive in words: `Top 45 KIPP 2019: Judul`. */
export const awardWords = ({ tier, competition, year, title }: Pick<AwardRecord, "tier" | "competition" | "year" | "title">): string =>
  `${tier} ${competition.toUpperCase()} ${year}: ${title}`;

/** Refuses a group that is not by invitation, and an invitation that rests on no award (422, beside the field). */
export function checkInvitation({ groups }: Pick<Definition, "groups">, input: { groupKey: string; reference: string }): void {
  const faults: FieldFault[] = [];
  if (!groups.some(({ key, byInvitation }) => byInvitation && key === input.groupKey)) faults.push({ path: "groupKey", code: "notAChoice", params: {} });
  if (input.reference === "") faults.push({ path: "reference", code: "required", params: {} });
  if (faults.length > 0) throw new InvalidInput(faults);
}
