import type { AgencyId } from "#app/features/agencies/types.ts";
import type { AwardId } from "#app/features/archive/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type EntryInvitationId = Id<"entryInvitation">;

/** An agency's invitation into a group that is by invitation, and the earlier award it rests on. */
export type EntryInvitation = {
  id: EntryInvitationId;
  editionId: Id<"edition">;
  agencyId: AgencyId;
  groupKey: string;
  /** null for an award the archive does not hold. */
  awardId: AwardId | null;
  reference: string;
  note: string;
  invitedBy: Id<"user">;
  invitedAt: number;
  withdrawnBy: Id<"user"> | null;
  withdrawnAt: number | null;
  withdrawnReason: string;
};
