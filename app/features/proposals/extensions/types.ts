import type { Id } from "#app/lib/ids.ts";

export type ExtensionId = Id<"extension">;

/** A later end of registration for one proposal, or for every proposal of one agency (`proposalId` null). UTC ms. */
export type Extension = {
  id: ExtensionId;
  editionId: Id<"edition">;
  agencyId: Id<"agency">;
  proposalId: Id<"proposal"> | null;
  closesAt: number;
  reason: string;
  grantedBy: Id<"user">;
  grantedAt: number;
  revokedAt: number | null;
  revokeReason: string | null;
};

/** Whose window is asked for; a proposal that is only to be started has no id yet. */
export type ExtensionPlace = { agencyId: Id<"agency">; proposalId: Id<"proposal"> | null };

/** Half-open window in which an agency writes, and the extension that made it longer, if one did. */
export type DraftingWindow = {
  opensAt: number | null;
  closesAt: number | null;
  extension: { closesAt: number; reason: string } | null;
};

export type ExtensionState = "active" | "ended" | "revoked";

/** What the secretariat calls a proposal: the title it was submitted under; a draft, whose words are its agency's own, by its unit and beginning. */
export type CalledProposal = { title: string | null; unit: string; begunAt: number };
