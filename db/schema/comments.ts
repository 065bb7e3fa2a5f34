import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Words inside an agency about one of its proposals: a thread is its first comment and the answers to it. */
export const proposalComments = sqliteTable(
  "proposal_comments",
  {
    id: id("id", "comment").primaryKey(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    /** The first comment of the thread; that one's own id is its thread. */
    threadId: id("thread_id", "comment").notNull(),
    /** Key of a question, `identity` for the first page, empty for the proposal as a whole. */
    part: text("part").notNull(),
    text: text("text").notNull(),
    writtenBy: id("written_by", "user")
      .notNull()
      .references(() => users.id),
    writtenAt: instant("written_at").notNull(),
    /** On the first comment only: who closed the thread, and when. */
    resolvedBy: id("resolved_by", "user"),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [index("proposal_comments_proposal").on(t.proposalId, t.threadId, t.writtenAt)],
);
