import type { Quorum } from "#app/features/competitions/definition/types.ts";
import type { PanelSeat, Reading, SignerLine } from "#app/features/ranking/signers/types.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

/** How many of a panel of `seats` members a quorum asks for, the chair among them. */
export function signaturesNeeded(quorum: Quorum, seats: number): number {
  if (quorum === "chair") return 1;
  if (quorum === "majority") return Math.floor(seats / 2) + 1;
  return quorum === "all" ? seats : Math.ceil((2 * seats) / 3);
}

/**
 * Minutes are valid once the chair and as many of the panel as the edition says have signed them: refuses `ranking.chairMissing` and
 * `ranking.quorumMissing` with how many have and how many have to. Who has no seat in the panel counts for nothing.
 */
export function checkQuorum(quorum: Quorum, panel: readonly Pick<PanelSeat, "userId" | "isChair">[], signed: readonly Id<"user">[]): void {
  const under = panel.filter(({ userId }) => signed.includes(userId));
  const needed = signaturesNeeded(quorum, panel.length);
  if (!under.some(({ isChair }) => isChair)) throw new DomainError("ranking.chairMissing", { kind: "conflict" });
  if (under.length < needed) throw new DomainError("ranking.quorumMissing", { kind: "conflict", params: { signed: under.length, needed } });
}

/** A table speaks of every seat of the panel once, and says why somebody was absent: refuses `ranking.signersIncomplete`. */
export function checkTable(panel: readonly Pick<PanelSeat, "userId">[], lines: readonly SignerLine[]): void {
  const named = new Set(lines.map(({ userId }) => userId));
  const isWhole = lines.length === panel.length && panel.every(({ userId }) => named.has(userId));
  const isReasoned = lines.every(({ presence, reason }) => (presence === "absent") === (reason !== ""));
  if (!isWhole || !isReasoned) throw new DomainError("ranking.signersIncomplete");
}

/** Members of whom two readings say different things: another presence, another reason, or nothing in one of them. */
export function differing(one: readonly SignerLine[], other: readonly SignerLine[]): Id<"user">[] {
  const said = (lines: readonly SignerLine[], userId: Id<"user">): string => {
    const line = lines.find((each) => each.userId === userId);
    return line ? `${line.presence} ${line.reason}` : "";
  };
  const people = new Set([...one, ...other].map(({ userId }) => userId));
  return [...people].filter((userId) => said(one, userId) !== said(other, userId));
}

/** Whether minutes were signed here and their list is not published yet. */
export const isCosignable = ({ status, signedBy }: Pick<RankingList, "status" | "signedBy">): boolean => status === "signed" && signedBy !== null;

/** Minutes the chair has signed here take further signatures of the panel until the list is published, one a person. */
export function checkCosignable(list: Pick<RankingList, "status" | "signedBy">, { signers, userId }: { signers: readonly Id<"user">[]; userId: Id<"user"> }): void {
  if (!isCosignable(list)) throw new DomainError("ranking.cannotCosign", { kind: "conflict" });
  if (signers.includes(userId)) throw new DomainError("ranking.signedAlready", { kind: "conflict" });
}

export const signedOf = (lines: readonly SignerLine[]): Id<"user">[] => lines.filter(({ presence }) => presence === "signed").map(({ userId }) => userId);

/** What whoever handed a scan in says of it now, and what another has read against it since; null where nobody has. */
export function standingReadings(readings: readonly Reading[], attachedBy: Id<"user">): { stated: Reading | null; against: Reading | null } {
  const stated = readings.findLast(({ statedBy }) => statedBy === attachedBy) ?? null;
  const other = readings.findLast(({ statedBy }) => statedBy !== attachedBy) ?? null;
  const isNewer = stated !== null && other !== null && other.reading > stated.reading;
  return { stated, against: isNewer && differing(stated.lines, other.lines).length > 0 ? other : null };
}
