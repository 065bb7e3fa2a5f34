import { getAnnouncementPage, listAnnouncements, readAnnouncement } from "#app/features/proposals/announcements/queries.server.ts";
import { getAttachmentName, getDownload, getPagePicture, getPages, getUpload, listUnfinishedUploads } from "#app/features/proposals/attachments/queries.server.ts";
import { hasFeed, listProposalDeadlines } from "#app/features/proposals/calendar/queries.server.ts";
import { getCommentsPage, getThreadPage, listOpenThreads } from "#app/features/proposals/comments/queries.server.ts";
import { getRevisionsPage } from "#app/features/proposals/drafting/queries.server.ts";
import { listEntryPage } from "#app/features/proposals/entries/queries.server.ts";
import { getExtensionRow, listExtendable, listExtensionPage } from "#app/features/proposals/extensions/queries.server.ts";
import { getEditorPage, getOpenDraft, getScene } from "#app/features/proposals/form/queries.server.ts";
import { getInvitation, listInvitations } from "#app/features/proposals/invitations/queries.server.ts";
import { getAgencyOverview, getNewProposalPage } from "#app/features/proposals/overview/queries.server.ts";
import { getPreviewSource } from "#app/features/proposals/preview/queries.server.ts";
import { findProposalScope, getOwnProposal } from "#app/features/proposals/queries.server.ts";
import { getProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { getReceipt, listInheritedReceipts } from "#app/features/proposals/submission/queries.server.ts";
import { getVersionsPage } from "#app/features/proposals/versions/queries.server.ts";
import { accessOf } from "#app/routes/downloads/reading-access.server.ts";
import { below, each, openToPages, type ReadTable } from "#tests/non-interference/table.ts";
import { idsOf } from "#tests/non-interference/ids.ts";
import type { Known } from "#tests/non-interference/world.ts";

const proposals = (known: Known) => known.proposals;
const editions = (known: Known) => known.editions;
const agencies = (known: Known) => known.agencies;
const attachments = idsOf("attachments", "attachment");
const places = ({ editions: all, agencies: those }: Known) => all.flatMap((editionId) => those.map((agencyId) => ({ editionId, agencyId })));

const asksFor = (known: Known) => known.editions.flatMap((editionId) => known.words.map((search) => ({ editionId, search })));
const sorted = (known: Known) =>
  asksFor(known).flatMap((asked) => (["number", "title", "agency", "submitted"] as const).map((sort) => ({ ...asked, sort })));
const entryFilter = { group: "", category: "", kind: "", reach: null, dir: "asc", page: 1 } as const;

export const proposalReads: ReadTable = {
  "proposals/announcements": {
    listAnnouncements: each(editions, listAnnouncements),
    getAnnouncementPage: each(
      (known) => known.editions.flatMap((editionId) => idsOf("announcements", "announcement")(known).map((id) => ({ editionId, id: id }))),
      getAnnouncementPage,
    ),
    readAnnouncement: each(idsOf("announcements", "announcement"), readAnnouncement),
    ...below("The operation has asked who may announce", ["resolveAudience"]),
    ...openToPages({ listPublicAnnouncements: "Announcements to everybody are public", listProvinces: "Names of provinces are public" }),
  },
  "proposals/attachments": {
    getDownload: each(attachments, (ctx, id) => getDownload(ctx, id, accessOf(ctx))),
    getPagePicture: each(attachments, (ctx, id) => getPagePicture(ctx, { id, page: 1, accessOf: accessOf(ctx) })),
    getPages: each(attachments, (ctx, id) => getPages(ctx, id, accessOf(ctx))),
    getAttachmentName: each(attachments, getAttachmentName),
    getUpload: each(idsOf("uploads", "upload"), getUpload),
    listUnfinishedUploads: each(proposals, listUnfinishedUploads),
    ...below("The caller has the content's address from a read that asked", ["findPictures", "uploadPath"]),
  },
  "proposals/calendar": {
    listProposalDeadlines: each(agencies, (ctx, id) => listProposalDeadlines(ctx, id, "id")),
    hasFeed: each(agencies, hasFeed),
    ...openToPages({ findFeed: "The secret token in the address is the permission" }),
  },
  "proposals/comments": {
    getCommentsPage: each(proposals, (ctx, id) => getCommentsPage(ctx, id, { state: "all", part: null, page: 1 })),
    getThreadPage: each(
      (known) => known.proposals.flatMap((proposalId) => idsOf("proposal_comments", "comment")(known).map((threadId) => ({ proposalId, threadId }))),
      getThreadPage,
    ),
    listOpenThreads: each(proposals, listOpenThreads),
    ...below("Counts for lists whose reader was asked", ["countOpenThreads"]),
  },
  "proposals/corrections": below("Asked by operations and pages that have authorised", [
    ...["findOpenCorrection", "getCorrection", "listCorrections", "countCorrections", "listDueCorrections", "requirePartsOpen", "requireWritable"],
  ]),
  "proposals/drafting": {
    getRevisionsPage: each(proposals, (ctx, id) => getRevisionsPage(ctx, id, "ringkasan")),
    ...below("Asked while a text is saved, after the policy", ["reconcileAnswers"]),
  },
  "proposals/eligibility": below("Asked of a proposal its caller was given", ["getStanding", "countInvitations", "listMetExclusions"]),
  "proposals/entered": below("Asked by the merge of agencies, after its policy", ["agenciesEntered"]),
  "proposals/entries": {
    listEntryPage: each(sorted, (ctx, { editionId, ...asked }) => listEntryPage(ctx, editionId, { ...entryFilter, ...asked })),
  },
  "proposals/extensions": {
    listExtensionPage: each(asksFor, (ctx, { editionId, search }) => listExtensionPage(ctx, editionId, { search, page: 1 })),
    listExtendable: each(places, listExtendable),
    getExtensionRow: each(
      (known) => known.editions.flatMap((editionId) => idsOf("submission_extensions", "extension")(known).map((id) => ({ editionId, id }))),
      getExtensionRow,
    ),
    ...below("Asked by operations that have authorised", ["listStanding", "requireInWindow"]),
    ...openToPages({
      windowFor: "Called beside the policy of the page's main read",
      countExtensions: "How many have more time is public; who is not",
      listRunning: "The agency's own layout, after it asked for membership",
    }),
  },
  "proposals/form": {
    getScene: each(proposals, getScene),
    getOpenDraft: each(proposals, getOpenDraft),
    getEditorPage: each(proposals, getEditorPage),
  },
  "proposals/invitations": {
    listInvitations: each(asksFor, (ctx, { editionId, search }) => listInvitations(ctx, editionId, { search, state: null, page: 1 })),
    getInvitation: each(
      (known) => known.editions.flatMap((editionId) => idsOf("proposal_invitations", "entryInvitation")(known).map((id) => ({ editionId, id }))),
      getInvitation,
    ),
    ...below("Asked by operations and by the overview, after membership", ["countEntriesIn", "listOwnInvitations"]),
  },
  "proposals/kept-files": below("Asked by the act that takes files away, which only the system does", ["holdsFile"]),
  "proposals/overview": {
    getAgencyOverview: each(agencies, getAgencyOverview),
    getNewProposalPage: each(places, getNewProposalPage),
    ...openToPages({ listAgencyProposals: "The agency's calendar, after it asked for membership" }),
  },
  "proposals/overview/gaps": below("A part of the overview, after membership", ["countGaps"]),
  "proposals/preview": {
    getPreviewSource: each(proposals, getPreviewSource),
    ...openToPages({ previewSheet: "Arranges what getPreviewSource answered" }),
  },
  "proposals/privacy": below("The person's own records, asked by their export", ["personalRecords"]),
  "proposals": {
    getOwnProposal: each(proposals, getOwnProposal),
    findProposalScope: each(proposals, findProposalScope),
    ...below("Asked by operations and queries that authorise", ["getProposal", "listEntries", "getEntry", "getSubmittedContent", "shownTo"]),
    ...openToPages({ countByStatus: "The overview of whoever may read the edition's rules" }),
  },
  "proposals/reading": {
    getProposalPage: each(proposals, getProposalPage),
    ...below("Asked by the page of a proposal, after its policy", ["listVersions"]),
  },
  "proposals/reminders": below("Asked by the worker alone", ["findDueReminders", "listUnfinishedDrafts"]),
  "proposals/versions": {
    getVersionsPage: each(proposals, (ctx, id) => getVersionsPage(ctx, id, { from: null, to: null })),
    ...below("Asked of a version its caller was given", ["getVersionContent"]),
    ...openToPages({ findReceiptProof: "Number and whole SHA-256 of the receipt are the permission; says nothing of the content" }),
  },
  "proposals/submission": { getReceipt: each(proposals, getReceipt), listInheritedReceipts: each(agencies, listInheritedReceipts) },
  "proposals/units": below("Names of the agency's units, and the condition other reads take", ["withinReach", "listUnitOptions"]),
};
