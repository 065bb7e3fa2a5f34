import type { Id } from "#app/lib/ids.ts";

export type Params = Record<string, string | number>;

/** A letter: `template` is a key below `notifications.mails`. The same `dedupeKey` is sent once. */
export type Letter = { dedupeKey: string; recipient: string; locale: "id" | "en"; template: string; params: Params };

/** A notice inside the product: `kind` is a key below `notifications.notices`; `url` is where it leads. */
export type NewNotice = { userId: Id<"user">; kind: string; params: Params; url: string | null };
