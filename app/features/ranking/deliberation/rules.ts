import type { MoveOutcome, Votes } from "#app/features/ranking/deliberation/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

/** Whether a move is carried: more in favour than against; a tie leaves the list as the marks made it. */
export const outcomeOf = ({ inFavour, against }: Votes): MoveOutcome => (inFavour > against ? "carried" : "rejected");

/** Every member who was there is counted once, and somebody was: refuses `ranking.votesUncounted`. */
export function checkVotes({ inFavour, against, abstained }: Votes, present: number): void {
  if (present === 0 || inFavour + against + abstained !== present) throw new DomainError("ranking.votesUncounted", { params: { count: present } });
}

/** A session was held on or before today and not before the version it spoke of was computed: refuses `ranking.sessionDay`. */
export function checkSessionDay(heldOn: string, at: { zone: string; computedAt: number; now: number }): void {
  if (heldOn > dayOfInstant(at.zone, at.now) || heldOn < dayOfInstant(at.zone, at.computedAt)) throw new DomainError("ranking.sessionDay");
}
