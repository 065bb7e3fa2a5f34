import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
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
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.userId] }), index("agency_members_user").on(t.userId)],
);
