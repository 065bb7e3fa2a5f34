/** Every table, for the client and the migrations. One owner a table: the room whose file it is. */
export * from "./audit.ts";
export * from "./notifications.ts";
export * from "./accounts.ts";
export * from "./agencies.ts";
export * from "./archive.ts";
export * from "./competitions.ts";
export * from "./proposals.ts";
export * from "./communications.ts";
export * from "./conflicts.ts";
export * from "./screening.ts";
export * from "./assignment.ts";
export * from "./interviews.ts";
export * from "./scoring.ts";
export * from "./ranking.ts";
export * from "./objections.ts";
export * from "./certificates.ts";
export * from "./jobs.ts";
