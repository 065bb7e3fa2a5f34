import type { AnnouncementStatus } from "#app/features/proposals/announcements/types.ts";
import { DomainError } from "#app/lib/errors.ts";

export type AnnouncementStep = "rewrite" | "release" | "begin" | "finish" | "retract";

/** The status machine of an announcement. What is not in the table cannot happen. */
const steps: Record<AnnouncementStatus, Partial<Record<AnnouncementStep, AnnouncementStatus>>> = {
  draft: { rewrite: "draft", release: "scheduled", retract: "retracted" },
  scheduled: { begin: "sending", retract: "retracted" },
  sending: { finish: "sent", retract: "retracted" },
  sent: { retract: "retracted" },
  retracted: {},
};

export const canAnnounce = (status: AnnouncementStatus, step: AnnouncementStep): boolean => steps[status][step] !== undefined;

/** The status after a step. Refuses `proposals.announcementStep` (409) where the table has none. */
export function afterStep(status: AnnouncementStatus, step: AnnouncementStep): AnnouncementStatus {
  const next = steps[status][step];
  if (!next) throw new DomainError("proposals.announcementStep", { kind: "conflict" });
  return next;
}

/** Whether everybody can read it on the edition's page: published, its hour come, not taken back. */
export const isPublic = (one: { published: boolean; status: AnnouncementStatus; dueAt: number }, now: number): boolean =>
  one.published && one.dueAt <= now && ["scheduled", "sending", "sent"].includes(one.status);
