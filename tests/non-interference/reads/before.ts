import { auditFilterInput } from "#app/features/audit/inputs.ts";
import { exportLog, findAuditEntry, listAuditEntries } from "#app/features/audit/log/queries.server.ts";
import { mayReadAudit } from "#app/features/competitions/policy.ts";
import { findOpenErasure, listOpenErasures } from "#app/features/accounts/privacy/queries.server.ts";
import { getAccount, searchAccounts } from "#app/features/accounts/administration/queries.server.ts";
import { listAccounts } from "#app/features/accounts/queries.server.ts";
import { listMembers } from "#app/features/agencies/queries.server.ts";
import { getAdminOutlook, getAppointment, getAppointmentRow, getLetterFile, listAgenciesWithoutAdmin, listAppointments } from "#app/features/agencies/appointments/queries.server.ts";
import { getRegistryImport, listUnitChanges } from "#app/features/agencies/registry/queries.server.ts";
import { archiveFacets, archivedYears, countAwardRecords, getAward, getYear, listAwardRecords, listAwardsOf, listYearAggregates } from "#app/features/archive/queries.server.ts";
import { getTemplate } from "#app/features/competitions/definition/queries.server.ts";
import { getImport, listImports } from "#app/features/competitions/people/queries.server.ts";
import { findCommitment } from "#app/features/competitions/commitments/queries.server.ts";
import { findVisibleEdition, getEdition, getEditionBySlug, getOrganised } from "#app/features/competitions/queries.server.ts";
import { getLetter, listOutbox } from "#app/features/notifications/outbox/queries.server.ts";
import { countNotices, listNotices } from "#app/features/notifications/queries.server.ts";
import { getTemplatePage, listTemplates } from "#app/features/notifications/templates/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { idsOf } from "#tests/non-interference/ids.ts";
import { below, each, openToPages, type ReadTable } from "#tests/non-interference/table.ts";
import type { Known } from "#tests/non-interference/world.ts";

const editions = (known: Known) => known.editions;
const once = () => ["once"];
const slugs = () => ["kipp-2026", "lain-2026", "tiada-2026"];
const scopes = (known: Known) => [
  ...known.editions.map((scopeId) => ({ kind: "seats" as const, scopeId: scopeId })),
  ...known.agencies.map((scopeId) => ({ kind: "members" as const, scopeId: scopeId })),
];
const outbox = (known: Known) => [...known.editions, null].flatMap((editionId) => known.words.map((search) => ({ editionId, search })));
const letters = (known: Known) => [...known.editions, null].flatMap((editionId) => idsOf("outbox", "mail")(known).map((id) => ({ editionId, id })));

/** A person's own: the visitor has none. */
const own = (ask: (ctx: Ctx, userId: Known["here"]["admin"]["userId"]) => unknown) => each(once, (ctx) => (ctx.actor ? ask(ctx, ctx.actor.userId) : null));

/** The log of an edition, as its pages ask for it: only after the policy. */
const audited = (ask: (ctx: Ctx, editionId: Known["editions"][number]) => unknown) =>
  each(editions, (ctx, editionId) => (mayReadAudit(ctx.actor, editionId) ? ask(ctx, editionId) : null));

/** The rooms before proposals. */
export const earlierReads: ReadTable = {
  "audit": below("Asked by the check of the database", ["verifyAuditChain"]),
  "audit/checkpoints": {
    ...openToPages({
      listCheckpoints: "Published: sizes and roots of salted leaves",
      findCheckpoint: "Published",
      verifierKey: "The public key",
      proveConsistency: "Hashes of hashes of salted leaves",
    }),
    ...below("Asked by operations and the worker", ["lastCheckpoint", "findCheckpointFor", "hasDailySince"]),
  },
  "audit/witnesses": openToPages({
    listWitnesses: "Published: names and public keys",
    listCosignatures: "Published: signatures under published checkpoints",
    cosignedNote: "Published",
    listCosigned: "Published: numbers of checkpoints",
  }),
  "audit/examination": {
    ...openToPages({ findExaminations: "Beside mayReadAudit of the page; names of rows for auditors alone" }),
    ...below("Asked by the worker and the command line", ["examineLog"]),
  },
  "audit/examination/state": below("Part of an examination", ["keepSeals", "compareRows", "forgetSeals"]),
  "audit/log": {
    listAuditEntries: audited((ctx, editionId) => listAuditEntries(ctx, { editionId, zone: "Asia/Jakarta", filter: auditFilterInput.parse({}), limit: 100 })),
    findAuditEntry: audited((ctx, editionId) => Array.from({ length: 60 }, (_, index) => findAuditEntry(ctx, { editionId, seq: index + 1 }))),
    exportLog: audited((ctx, editionId) => [...exportLog(ctx, editionId)].flatMap((lot) => lot.split("\n")).filter((line) => line.includes('"record"'))),
    ...openToPages({ listAuditChoices: "Beside mayReadAudit of the page: names of acts and of those who acted" }),
  },
  "audit/proofs": below("Asked for entries the reader may see", ["proveEntries"]),
  "audit/tree": below("Salted leaves and their hashes", ["logSize", "leavesBetween", "openTree", "hashOfBlock"]),
  "audit/privacy": below("The person's own records, asked by their export", ["personalRecords"]),
  "notifications/outbox": {
    listOutbox: each(outbox, (ctx, { editionId, search }) => listOutbox(ctx, editionId, { search, status: null, template: "", sort: "created", dir: "desc", page: 1 })),
    getLetter: each(letters, (ctx, { editionId, id }) => getLetter(ctx, id, editionId)),
    ...below("A condition other reads take", ["shownLetters"]),
  },
  "notifications/privacy": below("The person's own records, asked by their export", ["personalRecords"]),
  "notifications/templates": {
    listTemplates: each(editions, listTemplates),
    getTemplatePage: each(editions, (ctx, editionId) => getTemplatePage(ctx, { editionId, template: "submitted", locale: "id" })),
    ...below("Words of the product", ["standardWords"]),
  },
  "notifications": {
    listNotices: own((ctx, userId) => listNotices(ctx, userId, 100)),
    countNotices: own(countNotices),
    ...below("Asked by the worker and by operations that have authorised", ["listDueLetters", "countMails", "hasNoticeOf", "countUnread"]),
    ...openToPages({
      listMails: "The mailbox of a demo, which exists in no other mode",
      preferencesOf: "The person's own",
      undeliverableOf: "The list of seats and of an agency's members, after their policy",
      findOwnNotice: "The person's own",
    }),
  },
  "accounts/administration": {
    searchAccounts: each(once, (ctx) => searchAccounts(ctx, { q: "", role: null, state: null, limit: 50, offset: 0 })),
    getAccount: each(idsOf("users", "user"), (ctx, userId) => getAccount(ctx, { userId, realNow: ctx.now })),
  },
  "accounts/factors": {
    ...below("The person's own", ["countRecoveryCodes"]),
    ...openToPages({ hasSecondFactor: "The person's own", findOwnFactor: "The person's own" }),
  },
  "accounts/privacy": {
    listOpenErasures: each(once, listOpenErasures),
    findOpenErasure: each(idsOf("erasure_requests", "erasure"), findOpenErasure),
    ...below("The person's own records, asked by their export", ["personalRecords"]),
    ...openToPages({ findOwnRequest: "The person's own" }),
  },
  "accounts/sessions": {
    ...below("The person's own", ["listSessionRows", "countSessions", "handleOf"]),
    ...openToPages({ listSessions: "The person's own" }),
  },
  "accounts": {
    listAccounts: each(once, (ctx) => listAccounts(ctx, { search: "", limit: 50, offset: 0 })),
    ...below("Asked by operations that have authorised", ["addressOf", "findUserIdByEmail", "listIdsOfRole"]),
    ...openToPages({
      findSignedIn: "Who asks is read from the session",
      namesOf: "Names in rows that a read has answered",
      findInvitationView: "The secret token in the address is the permission",
      isEmailVerified: "The person's own",
      findEmailLink: "The secret token in the address is the permission",
    }),
  },
  "competitions/kept-files": below("Asked by the act that takes files away, which only the system does", ["holdsFile"]),
  "agencies/privacy": below("The person's own records, asked by their export", ["personalRecords"]),
  "agencies/appointments": {
    getAppointment: each(idsOf("appointments", "appointment"), getAppointment),
    getAppointmentRow: each(idsOf("appointments", "appointment"), getAppointmentRow),
    getAdminOutlook: each((known) => known.agencies, getAdminOutlook),
    listAgenciesWithoutAdmin: each(once, listAgenciesWithoutAdmin),
    ...below("Asked by the worker alone", ["listEndingTerms"]),
    getLetterFile: each(idsOf("appointments", "appointment"), getLetterFile),
    ...below("Asked by the act that takes files away, which only the system does", ["listUnneededLetters", "isLetterNeeded"]),
    listAppointments: each(once, (ctx) => listAppointments(ctx, { state: "all", limit: 50, offset: 0 })),
    ...openToPages({ listChoices: "The registry's agencies by name are public: no person" }),
  },
  "agencies/registry": {
    listUnitChanges: each((known) => known.agencies, listUnitChanges),
    getRegistryImport: each(idsOf("registry_imports", "registryImport"), getRegistryImport),
    ...openToPages(
      Object.fromEntries(
        ["agencyNameOn", "findMerge", "getUnit", "listChildren", "listMergesInto", "listRegistry", "listRenames", "listUnits"].map((name) => [
          name,
          "The registry with its units, names and merges is public: no person",
        ]),
      ),
    ),
  },
  "agencies": {
    listMembers: each((known) => known.agencies, listMembers),
    ...below("Asked by operations that have authorised", ["listAdminIds", "listMembershipPairs", "findMembershipFor", "getStandingAgency"]),
    ...openToPages({
      listAgencyGrants: "Who asks is read from the session",
      findAgency: "The registry is public: names and codes, no person",
      agenciesByIds: "The registry is public: names and codes, no person",
      getAgency: "The registry is public: names and codes, no person",
      findAgencyByCode: "The registry is public: names and codes, no person",
      listWithHeirs: "The registry with its merges is public: no person",
      listAgencies: "The registry is public: names and codes, no person",
      countAgencies: "The registry is public: names and codes, no person",
      countAdmins: "The registry of whoever invites admins, after its policy",
      listMemberships: "The person's own",
      findMembershipOf: "The person's own",
      listPredecessors: "The registry with its merges is public: no person",
      successorsOf: "The registry with its merges is public: no person",
    }),
  },
  "archive": {
    listAwardRecords: each((known) => known.words, (ctx, search) => listAwardRecords(ctx, { search } as never)),
    getAward: each(idsOf("award_records", "award"), getAward),
    listAwardsOf: each((known) => [known.here.agencyId], (ctx, id) => listAwardsOf(ctx, { id, name: "Pemerintah Kabupaten Wakatobi" })),
    countAwardRecords: each(once, (ctx) => countAwardRecords(ctx)),
    archiveFacets: each(once, archiveFacets),
    listYearAggregates: each(once, (ctx) => listYearAggregates(ctx, { competition: "kipp", measures: ["registered"] })),
    getYear: each(() => [2021], getYear),
    archivedYears: each(once, archivedYears),
  },
  "competitions/commitments": {
    findCommitment: each(editions, (ctx, editionId) => findCommitment(ctx, getEdition(ctx, editionId))),
    ...below("Asked by the computation of a list, after its policy", ["boundModel"]),
  },
  "competitions/definition": {
    getTemplate: each(slugs, (ctx, slug) => getTemplate(ctx, { slug, fieldKey: "surat" })),
  },
  "competitions/editing": {
    ...below("Beside the policy of the editor", ["lastChangeOf"]),
    ...openToPages({
      factsFor: "Names of the archive and of the registry are public",
      listChanges: "The change log is public with the rules",
    }),
  },
  "competitions/people": {
    getImport: each(idsOf("person_imports", "personImport"), getImport),
    listImports: each(scopes, listImports),
    ...below("The caller got the import first, or is the worker", ["listWaitingRows", "findApplied", "listRowsOf"]),
    ...openToPages({ listImportRows: "The page got the import first", findImportRow: "The page got the import first" }),
  },
  "competitions/people/surroundings": below("Asked while a table is judged, after the policy", [
    ...["surroundingsOf", "roleName", "roleReader", "findAgencyIdByWord"],
  ]),
  "competitions/privacy": below("The person's own records, asked by their export", ["personalRecords", "listRunningDuties"]),
  "competitions/seating": openToPages({ invitationStates: "The list of seats, after its policy" }),
  "competitions": {
    getEditionBySlug: each(slugs, getEditionBySlug),
    getOrganised: each(editions, getOrganised),
    findVisibleEdition: each(editions, findVisibleEdition),
    ...below("Asked by operations that have authorised", ["findEdition"]),
    ...openToPages({
      listSeatGrants: "Who asks is read from the session",
      lastNumberOf: "How large an edition is decides where its pages are read, and is told to nobody",
      getEdition: "Rules are public once open; before, beside the policy of the page",
      listPublicEditions: "Public",
      listSeatedEditions: "The person's own seats",
      listExtensions: "Longer stages are public with the rules",
      listSeats: "Beside the policy of the page",
      listFormerSeats: "Beside the policy of the page",
    }),
  },
};
