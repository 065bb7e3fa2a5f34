import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

export type UserId = Id<"user">;
export type SystemRole = "none" | "organiser" | "operator" | "auditor";

/** Who is behind a session, before later rooms add what that person may do in agencies and editions. */
export type SignedIn = { actor: Actor; locale: "id" | "en"; systemRole: SystemRole };

/** Failures of signing in, counted by key: an e-mail address or a network address. */
export type Attempts = { failures: number; firstAt: number; blockedUntil: number | null };
