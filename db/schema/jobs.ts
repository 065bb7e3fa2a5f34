import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "#db/columns.ts";

/** Slow work, written in the caller's transaction and done by the worker. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: id("id", "job").primaryKey(),
    kind: text("kind").notNull(),
    payload: json<Record<string, string | number>>("payload").notNull(),
    /** The same work is queued once while it waits. */
    dedupeKey: text("dedupe_key").unique(),
    status: text("status", { enum: ["queued", "running", "done", "failed"] }).notNull(),
    attempts: integer("attempts").notNull(),
    runAt: instant("run_at").notNull(),
    createdAt: instant("created_at").notNull(),
    finishedAt: instant("finished_at"),
    lastError: text("last_error"),
  },
  (t) => [index("jobs_due").on(t.status, t.runAt)],
);

/** One row: when the worker last looked, and how far a demo's clock has been moved. */
export const settings = sqliteTable("settings", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
