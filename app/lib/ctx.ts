import type { Db } from "#db/client.server.ts";
import type { FileStore } from "#app/lib/files.server.ts";
import type { Id, IdKind } from "#app/lib/ids.ts";
import type { Random } from "#app/lib/random.ts";
import type { SigningKeys } from "#app/lib/signing-keys.server.ts";

export type Locale = "id" | "en";

/** What a person may do somewhere: a role in an agency, in an edition, or in the whole system. */
export type Grant = {
  scope: "system" | "agency" | "edition";
  scopeId: string;
  role: string;
  /** Where the grant reaches one part of the place alone: the id of that part. */
  part?: string;
};

/** Entries of an edition of which a person is shown nothing. */
export type Withheld = {
  agencyIds: readonly Id<"agency">[];
  proposalIds: readonly Id<"proposal">[];
  /** What gives one of them away where it stands in a text: ids, numbers and titles. */
  words: () => readonly string[];
};

export type Actor = {
  userId: Id<"user">;
  name: string;
  email: string;
  grants: readonly Grant[];
  /** What the person is shown nothing of in an edition, or (null) in any, asked when something is to be shown; nothing where it is left out. */
  withheld?: (editionId: Id<"edition"> | null) => Withheld;
};

/** The system itself, for jobs and the command line: it may do what a policy grants to `system.operator`. */
export const systemActor: Actor = {
  userId: "usr_system" as Id<"user">,
  name: "Anugerah",
  email: "",
  grants: [{ scope: "system", scopeId: "", role: "operator" }],
};

/** Everything an operation may know of the world. Below the route nothing reads request, session, env, clock or randomness. */
export type Ctx = {
  db: Db;
  /** The instant of arrival at the server, UTC milliseconds. */
  now: number;
  newId: <K extends IdKind>(kind: K) => Id<K>;
  random: Random;
  /** Bytes for secrets and salts; from the seed in a rehearsal, from the system otherwise. */
  randomBytes: (size: number) => Uint8Array;
  locale: Locale;
  actor: Actor | null;
  requestId: string;
  files: FileStore;
  keys: SigningKeys;
  /** Where the product is reached by people: the start of every link in a mail or a QR. */
  baseUrl: string;
};

const nothing: Withheld = { agencyIds: [], proposalIds: [], words: () => [] };

/** What is kept from the person in an edition, or in any, for rooms that know nothing of the reason. */
export const withheldOf = (actor: Actor | null, editionId: Id<"edition"> | null): Withheld => actor?.withheld?.(editionId) ?? nothing;

export const isWithheld = (actor: Actor | null, of: { editionId: Id<"edition">; agencyId: Id<"agency">; id: Id<"proposal"> }): boolean => {
  const { agencyIds, proposalIds } = withheldOf(actor, of.editionId);
  return agencyIds.includes(of.agencyId) || proposalIds.includes(of.id);
};

export function hasGrant(actor: Actor | null, grant: Grant): boolean {
  return (
    actor?.grants.some((g) => g.scope === grant.scope && g.scopeId === grant.scopeId && g.role === grant.role) ?? false
  );
}

export const isOperator = (actor: Actor | null): boolean =>
  hasGrant(actor, { scope: "system", scopeId: "", role: "operator" });
