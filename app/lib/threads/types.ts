/** A function of a module, to be called in a thread: `(input, say) => answer`, both plain data. */
export type Job = { module: string; name: string; input: unknown };

export type Said = { kind: "progress"; value: unknown } | { kind: "answer"; value: unknown } | { kind: "failed"; reason: string };
