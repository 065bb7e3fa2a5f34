/** Rows from which a version is written a part at a time: fewer are written at once, within some hundred milliseconds. */
export const partsFrom = 2_000;

/** Rows a transaction: as many as one entry of the log seals, some fifty milliseconds in which nobody else can write. */
export const rowsAtOnce = 500;

/** Ms between two parts in which others have the database to themselves. */
export const restMs = 5;
