import type * as source from "#app/i18n/id/audit.ts";
import type { Words } from "#app/i18n/shape.ts";

export const audit: Words<typeof source.audit> = {
  title: "Audit trail",
  lead: "Every act leaves one entry chained to the entry before it. The smallest change is found.",
  columns: { seq: "Number", at: "Time", actor: "By", action: "Act", subject: "Subject", chain: "Chain fingerprint" },
  system: "System",
  empty: "No entries yet.",
  older: "Older entries",
  intact: "The chain is intact: {entries} entries, last fingerprint {head}.",
  broken: "The chain is broken from entry {seq} on. Tell the auditor and keep a backup of the database before going on.",
  verify: "Check the chain",
};

export const auditErrors: Words<typeof source.auditErrors> = {
  inconsistent:
    "The audit log no longer agrees with its last signed checkpoint. Nothing was changed. Keep a backup of the database and tell the auditor before going on.",
};
