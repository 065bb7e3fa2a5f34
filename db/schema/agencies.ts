import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AgencySeed, SeedFault } from "#app/features/agencies/types.ts";
import { id, instant, json } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";

export const agencyKinds = ["kementerian", "lembaga", "provinsi", "kabupaten", "kota", "bumn", "bumd"] as const;
export const agencyZones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

export const agencies = sqliteTable(
  "agencies",
  {
    id: id("id", "agency").primaryKey(),
    /** Official code: 33 or 33.15 for regions, K-…, L-…, B-… otherwise. */
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    kind: text("kind", { enum: agencyKinds }).notNull(),
    provinceCode: text("province_code"),
    parentId: id("parent_id", "agency"),
    zone: text("zone", { enum: agencyZones }).notNull(),
    source: text("source").notNull(),
  },
  (t) => [index("agencies_name").on(t.name), index("agencies_province").on(t.provinceCode)],
);

export const agencyMembers = sqliteTable(
  "agency_members",
  {
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: ["admin", "writer"] }).notNull(),
    /** Service unit, such as Dinas Kesehatan. */
    unit: text("unit").notNull(),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
    /** A writer confined to one unit sees and writes its proposals alone; null = the whole agency's. */
    unitId: id("unit_id", "unit").references((): AnySQLiteColumn => agencyUnits.id),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.userId] }), index("agency_members_user").on(t.userId)],
);

export const unitKinds = ["directorate", "office", "unit"] as const;

/** Service units below an agency: ministry, directorate, unit; region, unit. */
export const agencyUnits = sqliteTable(
  "agency_units",
  {
    id: id("id", "unit").primaryKey(),
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    parentId: id("parent_id", "unit"),
    name: text("name").notNull(),
    kind: text("kind", { enum: unitKinds }).notNull(),
    createdAt: instant("created_at").notNull(),
    /** No new proposal names it; earlier ones keep it. */
    closedAt: instant("closed_at"),
  },
  (t) => [index("agency_units_agency").on(t.agencyId, t.parentId)],
);

/** Every name an agency has had until it was renamed; what was written before keeps the name valid then. */
export const agencyNames = sqliteTable(
  "agency_names",
  {
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    position: integer("position").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    /** First day of the new name, YYYY-MM-DD. */
    validFrom: text("valid_from").notNull(),
    /** Decree or other source. */
    source: text("source").notNull(),
    renamedBy: id("renamed_by", "user").notNull(),
    renamedAt: instant("renamed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.position] })],
);

/** An agency that went up in another: it takes no new members or proposals, and what it did stays its own. */
export const agencyMerges = sqliteTable(
  "agency_merges",
  {
    fromId: id("from_id", "agency")
      .primaryKey()
      .references(() => agencies.id),
    intoId: id("into_id", "agency")
      .notNull()
      .references(() => agencies.id),
    reason: text("reason").notNull(),
    mergedBy: id("merged_by", "user").notNull(),
    mergedAt: instant("merged_at").notNull(),
  },
  (t) => [index("agency_merges_into").on(t.intoId)],
);

/** A registry file that was read and waits for somebody to take it in. */
export const registryImports = sqliteTable("registry_imports", {
  id: id("id", "registryImport").primaryKey(),
  fileName: text("file_name").notNull(),
  seeds: json<AgencySeed[]>("seeds").notNull(),
  faults: json<SeedFault[]>("faults").notNull(),
  createdBy: id("created_by", "user").notNull(),
  createdAt: instant("created_at").notNull(),
  appliedAt: instant("applied_at"),
});

/** expired: not looked at in time, or its term is over. */
export const appointmentStatuses = ["asked", "verified", "refused", "expired"] as const;

/** A letter by which an agency appoints its local admin, and what the secretariat said to it. */
export const appointments = sqliteTable(
  "appointments",
  {
    id: id("id", "appointment").primaryKey(),
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    name: text("name").notNull(),
    position: text("position").notNull(),
    email: text("email").notNull(),
    phone: text("phone").notNull(),
    fileName: text("file_name").notNull(),
    bytes: integer("bytes").notNull(),
    pages: integer("pages").notNull(),
    sha256: text("sha256").notNull(),
    status: text("status", { enum: appointmentStatuses }).notNull(),
    locale: text("locale", { enum: ["id", "en"] }).notNull(),
    createdAt: instant("created_at").notNull(),
    decidedBy: id("decided_by", "user"),
    decidedAt: instant("decided_at"),
    /** Of a refusal. */
    reason: text("reason"),
    /** Last day of the term, YYYY-MM-DD; null = no end is named. */
    termEndsOn: text("term_ends_on"),
    userId: id("user_id", "user"),
    /** How many days before the end of its term the last warning was written: 30, then 7. */
    warnedDays: integer("warned_days"),
  },
  (t) => [index("appointments_status").on(t.status, t.createdAt), index("appointments_agency").on(t.agencyId), index("appointments_email").on(t.email)],
);
