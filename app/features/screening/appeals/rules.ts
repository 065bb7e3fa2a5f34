import type { ScreeningRules } from "#app/features/competitions/definition/types.ts";
import { appealsCloseAt } from "#app/features/screening/rules.ts";
import type { ScreeningCase } from "#app/features/screening/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

/** Bytes of the one PDF of an appeal: 5 MB, our own choice. */
export const appealFileMost = 5 * 1024 * 1024;

/**
 * Whether an appeal can be filed now: against an announced rejection, in [announced, announced + days). Refuses an edition
 * without appeals (`screening.noAppeals`), anything that is no announced rejection (`screening.notRejected`), and an instant after
 * the time (`screening.appealsClosed`, 409).
 */
export function checkAppealable(rules: ScreeningRules, found: Pick<ScreeningCase, "state" | "announcedAt"> | undefined, given: { now: number; zone: string }): void {
  if (rules.appealDays === 0) throw new DomainError("screening.noAppeals", { kind: "conflict" });
  if (found?.state === "appealed" || found?.state === "upheld" || found?.state === "dismissed") {
    throw new DomainError("screening.alreadyAppealed", { kind: "conflict" });
  }
  const closesAt = appealsCloseAt(rules, found?.announcedAt ?? null);
  if (found?.state !== "rejected" || closesAt === null) throw new DomainError("screening.notRejected", { kind: "conflict" });
  if (given.now >= closesAt) throw new DomainError("screening.appealsClosed", { kind: "conflict", params: { time: { at: closesAt - 60_000, zone: given.zone } } });
}

/** An appeal is decided by somebody who had no part in the decision (`screening.hadPart`, 403). */
export function checkNoPart(partakers: readonly Id<"user">[], userId: Id<"user">): void {
  if (partakers.includes(userId)) throw new DomainError("screening.hadPart", { kind: "forbidden" });
}
