import type { AgencyId, AppointmentId, AppointmentStatus } from "#app/features/agencies/types.ts";
import type { Id } from "#app/lib/ids.ts";

/** expired: not looked at in time, or its term is over. */
export const appointmentStatuses = ["asked", "verified", "refused", "expired"] as const satisfies readonly AppointmentStatus[];

/** What is done to a letter of appointment. */
export type AppointmentStep = "verify" | "refuse" | "expire";

/** A letter by which an agency appoints its local admin. Instants in UTC ms; days YYYY-MM-DD. */
export type Appointment = {
  id: AppointmentId;
  agencyId: AgencyId;
  name: string;
  position: string;
  email: string;
  phone: string;
  fileName: string;
  bytes: number;
  pages: number;
  /** Empty once the file was taken away. */
  sha256: string;
  status: AppointmentStatus;
  locale: "id" | "en";
  createdAt: number;
  decidedBy: Id<"user"> | null;
  decidedAt: number | null;
  reason: string | null;
  termEndsOn: string | null;
  userId: Id<"user"> | null;
  /** Days before the end of the term the last warning was written: 30, then 7; null = none yet. */
  warnedDays: number | null;
};
