import { z } from "zod";
import { reasonLeast } from "#app/features/agencies/appointments/rules.ts";
import { appointmentStatuses } from "#app/features/agencies/appointments/types.ts";

/** What a person appointed by an agency writes beside the letter. */
export const appointmentInput = z.strictObject({
  agencyId: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(120),
  position: z.string().trim().min(1).max(160),
  email: z.string().trim().toLowerCase().min(1).max(200).pipe(z.email()),
  phone: z.string().trim().min(6).max(30).regex(/^\+?[\d\s().-]+$/),
});

/** A day, or nothing where the letter names none. */
const lastDay = z.string().trim().transform((day) => day || null).pipe(z.iso.date().nullable());

/** The secretariat found the letter in order. */
export const verificationInput = z.strictObject({
  unit: z.string().trim().min(1).max(160),
  termEndsOn: lastDay,
});

export const refusalInput = z.strictObject({ reason: z.string().trim().min(reasonLeast).max(2_000) });

/** What the queue's address may carry; anything odd becomes the letters that wait. */
export const appointmentSearch = z.object({
  state: z.enum([...appointmentStatuses, "all"]).catch("asked"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
