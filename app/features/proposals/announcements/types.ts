import type { Words } from "#app/features/competitions/definition/types.ts";
import type { Reach } from "#app/features/proposals/types.ts";
import type { Id } from "#app/lib/ids.ts";
import type { announcementStatuses } from "#db/schema/communications.ts";

export type AnnouncementId = Id<"announcement">;
export type AnnouncementStatus = (typeof announcementStatuses)[number];

/** agencies: every member; entrants: admins and writers of entries in the named states. */
export const audienceKinds = ["agencies", "admins", "writers", "entrants", "screeners", "assessors"] as const;
export type AudienceKind = (typeof audienceKinds)[number];

/** Whom an announcement is for; empty lists narrow nothing. `reaches` concerns entrants alone, kinds and provinces agencies. */
export type Audience = { to: AudienceKind; kinds: string[]; provinces: string[]; reaches: Reach[] };

export type AnnouncementText = { title: Words; body: Words; audience: Audience; published: boolean; byMail: boolean };

export type Announcement = AnnouncementText & {
  id: AnnouncementId;
  editionId: Id<"edition">;
  status: AnnouncementStatus;
  /** UTC ms; 0 while a draft has no hour of its own. */
  dueAt: number;
  total: number;
  told: number;
  createdBy: Id<"user">;
  createdAt: number;
  sentAt: number | null;
  retractedAt: number | null;
  retractReason: string | null;
};
