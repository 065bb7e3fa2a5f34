import type { RouteConfigEntry } from "@remix-run/route-config";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import routes from "#app/routes.ts";
import { root } from "#tests/architecture/sources.ts";
import type { Kind } from "#tests/e2e/hidden/things.ts";

/** Names of parameters that carry the id of a thing. */
const kinds: Record<string, Kind> = {
  editionId: "edition",
  slug: "draftEdition",
  proposalId: "proposal",
  agencyId: "agency",
  unitId: "unit",
  attachmentId: "attachment",
  uploadId: "upload",
  threadId: "comment",
  slotId: "slot",
  appealId: "appeal",
  pairId: "pair",
  assignmentId: "assignment",
  appointmentId: "appointment",
  importId: "peopleImport",
  seatId: "seat",
  invitationId: "entryInvitation",
  sheetId: "sheet",
  listId: "list",
  documentId: "listDocument",
  objectionId: "objection",
  certificateId: "certificate",
  announcementId: "announcement",
  extensionId: "extension",
  mailId: "mail",
  userId: "user",
  requestId: "erasure",
  noticeId: "notice",
  session: "session",
  conflictId: "conflict",
  trainingId: "training",
  planId: "assignmentPlan",
  agreementId: "agreement",
  roundId: "round",
};

/** Parameters that are no thing's id: words of the form, of the address or of a file, with one that stands. */
const words: Record<string, string> = {
  section: "identitas",
  fieldKey: "ringkasan",
  line: "2",
  panel: "drafts",
  part: "tahap",
  item: "",
  criterion: "",
  collection: "fields",
  sheet: "",
  field: "ringkasan",
  stageKey: "pendaftaran",
  listKey: "finalis",
  template: "invitation",
  locale: "id",
  name: "members.csv",
  version: "1",
  page: "1",
  file: "drafts.csv",
  year: "2024",
  seq: "1",
  number: "1",
  signal: "speed",
};

/** Parameters that are themselves the permission: whoever knows them may see what they name, and what they name is public. */
export const keys = ["token", "code"];

export type Address = { pattern: string; params: string[]; acts: boolean; shows: boolean };

/** Every address of the product, from the table of routes itself, but those that are themselves a permission. */
const known = (): Address[] => flatten(routes, "").filter(({ params }) => !params.some((name) => keys.includes(name)));

/** Those with a parameter. */
export const addresses = (): Address[] => known().filter(({ params }) => params.length > 0);

/** Those that can be read, but for the mailbox of a demo, in which everybody reads everybody's letters. */
export const pages = (): Address[] => known().filter(({ pattern, shows }) => shows && pattern !== "demo/mailbox");

function flatten(entries: readonly RouteConfigEntry[], above: string): Address[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path ?? ""].filter(Boolean).join("/");
    if (entry.children) return flatten(entry.children, pattern);
    const text = readFileSync(join(root, "app", entry.file), "utf8");
    const has = (what: string): boolean => new RegExp(`export (const|async function|function) ${what}\\b`).test(text);
    return [{ pattern, params: [...pattern.matchAll(/:(\w+)/g)].map(([, name = ""]) => name), acts: has("action"), shows: has("loader") }];
  });
}

/** Which kind of thing a parameter names; null where it names none. */
export const kindOf = (pattern: string, name: string): Kind | null => (name === "importId" && pattern.includes("registry/") ? "registryImport" : (kinds[name] ?? null));

export const isKnown = (name: string): boolean => name in kinds || name in words;

/** The address with its parameters filled in: given ones, then words that stand. */
export const filled = (pattern: string, given: Record<string, string>): string =>
  `/${pattern.replaceAll(/:(\w+)\??/g, (_, name: string) => given[name] ?? words[name] ?? name)}`.replaceAll(/\/+(?=\/|$)/g, "");
