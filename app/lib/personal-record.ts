/**
 * One thing that is held about a person, as a room hands it to them: what kind of thing (a key of words), when it came to be,
 * and its facts by name.
 */
export type PersonalRecord = { kind: string; at: number | null; facts: Record<string, string | number | boolean | null> };
