/** Branded, prefixed identifiers: `prop_k3…`. The brand keeps an agency's id out of a proposal's place. */
export type IdKind =
  | "user"
  | "invitation"
  | "erasure"
  | "agency"
  | "unit"
  | "appointment"
  | "registryImport"
  | "personImport"
  | "award"
  | "edition"
  | "seat"
  | "proposal"
  | "attachment"
  | "upload"
  | "submission"
  | "comment"
  | "entryInvitation"
  | "conflict"
  | "agencyObjection"
  | "screening"
  | "similarity"
  | "correction"
  | "appeal"
  | "assignment"
  | "assignmentPlan"
  | "panel"
  | "slot"
  | "sheet"
  | "round"
  | "agreement"
  | "training"
  | "alarmAnswer"
  | "witness"
  | "cosignature"
  | "list"
  | "run"
  | "move"
  | "listDocument"
  | "signer"
  | "objection"
  | "certificate"
  | "notice"
  | "mail"
  | "extension"
  | "announcement"
  | "feed"
  | "job";

export type Id<K extends IdKind> = string & { readonly __kind: K };

export const idPrefixes: Record<IdKind, string> = {
  user: "usr",
  invitation: "inv",
  erasure: "ers",
  agency: "agc",
  unit: "unit",
  appointment: "apt",
  registryImport: "rimp",
  personImport: "pimp",
  award: "awd",
  edition: "edn",
  seat: "seat",
  proposal: "prop",
  attachment: "att",
  upload: "upl",
  submission: "sub",
  comment: "cmt",
  entryInvitation: "einv",
  conflict: "coi",
  agencyObjection: "cob",
  screening: "scr",
  similarity: "sim",
  correction: "cor",
  appeal: "apl",
  assignment: "asg",
  assignmentPlan: "apn",
  panel: "pnl",
  slot: "slot",
  sheet: "sht",
  round: "rnd",
  agreement: "agr",
  training: "trn",
  alarmAnswer: "alm",
  witness: "wit",
  cosignature: "csg",
  list: "lst",
  run: "run",
  move: "mov",
  listDocument: "ldc",
  signer: "sgn",
  objection: "obj",
  certificate: "cert",
  notice: "ntc",
  mail: "mail",
  extension: "ext",
  announcement: "ann",
  feed: "feed",
  job: "job",
};

/** Reads an id of the given kind from text of outside; null when the shape is wrong. */
export function parseId<K extends IdKind>(kind: K, text: string | undefined): Id<K> | null {
  if (!text?.startsWith(`${idPrefixes[kind]}_`) || text.length > 64) return null;
  return text as Id<K>;
}
