import type { Actor, Ctx } from "#app/lib/ctx.ts";

/** Where a page was asked for. */
export type Address = { params: Readonly<Record<string, string | undefined>>; url: string };

/** What a thread is told to read a page or make a file (`what`) from: plain data. What is kept from the person it finds for itself. */
export type Order = Pick<Ctx, "now" | "locale" | "requestId" | "baseUrl"> & { file: string; actor: Omit<Actor, "withheld">; what: string; address: Address };
