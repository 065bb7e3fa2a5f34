import type { ErrorParams, RefusalKind } from "#app/lib/errors.ts";

/** A function of a module named by its path below the project, to be called in a thread: `(input, say) => answer`, both plain data. */
export type Job = { module: string; name: string; input: unknown };

export type Said = { kind: "progress"; value: unknown } | { kind: "answer"; value: unknown } | Failed;

/** `refusal` where a rule said no, to be thrown again as what it was. */
export type Failed = { kind: "failed"; reason: string; refusal: { code: string; kind: RefusalKind; params: ErrorParams } | null };

/** What a thread may take: MiB of memory for its objects, and whether what it prints is thrown away. */
export type ThreadLimits = { memoryMb?: number; silent?: boolean };
