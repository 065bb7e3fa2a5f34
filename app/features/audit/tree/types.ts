/** Hash of the leaves [start, end) as a tree of their own. */
export type RangeHash = (start: number, end: number) => Buffer;

export type Inclusion = { leaf: Buffer; index: number; size: number; proof: readonly Buffer[]; root: Buffer };

export type Consistency = { from: number; to: number; fromRoot: Buffer; toRoot: Buffer; proof: readonly Buffer[] };
