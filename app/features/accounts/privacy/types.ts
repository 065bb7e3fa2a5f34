import type { Id } from "#app/lib/ids.ts";

export type ErasureId = Id<"erasure">;
