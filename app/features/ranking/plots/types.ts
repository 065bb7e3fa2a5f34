/** How a thing of a plot looks; no two of one plot are told apart by colour alone. */
export type Look = "axis" | "grid" | "edge" | "main" | "soft" | "full" | "hollow" | "box";

/** One thing on a plot, in drawing units from the upper left. */
export type Shape =
  | { kind: "line"; x1: number; y1: number; x2: number; y2: number; look: Look }
  | { kind: "dot"; x: number; y: number; r: number; look: "full" | "hollow" }
  | { kind: "box"; x: number; y: number; width: number; height: number }
  | { kind: "text"; x: number; y: number; anchor: "start" | "middle" | "end"; text: string; strong: boolean };

/** A drawing as data: the page and the paper draw the same. */
export type Plot = { width: number; height: number; shapes: Shape[] };

/** Prints a number of an axis in the reader's language. */
export type Say = (value: number) => string;
