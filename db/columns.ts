import { integer, text } from "drizzle-orm/sqlite-core";
import type { Id, IdKind } from "#app/lib/ids.ts";

/** A branded text key. */
export const id = <K extends IdKind>(name: string, _kind: K) => text(name).$type<Id<K>>();

/** UTC milliseconds. */
export const instant = (name: string) => integer(name, { mode: "number" });

/** A value kept as JSON text; whoever reads it from outside parses it with zod first. */
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();

export const flag = (name: string) => integer(name, { mode: "boolean" });
