import pino, { type Logger } from "pino";

export type Log = Logger;

/** Structured log lines on standard output; secrets never come near it because only named fields are written. */
export const makeLog = (level: string): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
