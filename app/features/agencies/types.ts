import type { Id } from "#app/lib/ids.ts";
import type { agencyKinds as kindColumn, agencyZones, appointmentStatuses, unitKinds as unitColumn } from "#db/schema/agencies.ts";

export type AgencyId = Id<"agency">;
export type AgencyKind = (typeof kindColumn)[number];
export type AgencyZone = (typeof agencyZones)[number];
/** admin: the local admin, the only one who submits; writer: writes for a service unit. */
export type MemberRole = "admin" | "writer";

/** In the order in which the ministry counts them. */
export const agencyKinds = ["kementerian", "lembaga", "provinsi", "kabupaten", "kota", "bumn", "bumd"] as const satisfies readonly AgencyKind[];

export type Agency = {
  id: AgencyId;
  code: string;
  name: string;
  kind: AgencyKind;
  provinceCode: string | null;
  parentId: AgencyId | null;
  zone: AgencyZone;
  /** Where the row comes from. */
  source: string;
};

/** One line of a registry to be taken in; the parent is named by its code. */
export type AgencySeed = Omit<Agency, "id" | "parentId"> & { parentCode: string | null };

export type Member = { userId: Id<"user">; name: string; email: string; role: MemberRole; unit: string; unitId: UnitId | null; active: boolean };

export type ImportCounts = { created: number; updated: number; unchanged: number };

/** What is wrong with a line of a registry file; `key` is a message key. */
export type SeedFault = { line: number; field: string; key: string; params: Record<string, string | number> };

export type UnitId = Id<"unit">;
export type UnitKind = (typeof unitColumn)[number];
export const unitKinds = ["directorate", "office", "unit"] as const satisfies readonly UnitKind[];

export type AppointmentId = Id<"appointment">;
export type AppointmentStatus = (typeof appointmentStatuses)[number];
