import { cli } from "#app/i18n/id/cli.ts";
import { common, form, pages } from "#app/i18n/id/common.ts";
import { definition } from "#app/i18n/id/definition.ts";
import { accounts, accountsErrors } from "#app/i18n/id/accounts.ts";
import { agencies, agenciesErrors } from "#app/i18n/id/agencies.ts";
import { archive, archiveErrors } from "#app/i18n/id/archive.ts";
import { assignment, assignmentErrors } from "#app/i18n/id/assignment.ts";
import { audit, auditErrors } from "#app/i18n/id/audit.ts";
import { certificates, certificatesErrors } from "#app/i18n/id/certificates.ts";
import { communications } from "#app/i18n/id/communications.ts";
import { competitions, competitionsErrors } from "#app/i18n/id/competitions.ts";
import { conflicts, conflictsErrors } from "#app/i18n/id/conflicts.ts";
import { controlRoom } from "#app/i18n/id/control-room.ts";
import { drafting } from "#app/i18n/id/drafting.ts";
import { editor } from "#app/i18n/id/editor.ts";
import { flow } from "#app/i18n/id/flow.ts";
import { interviews, interviewsErrors } from "#app/i18n/id/interviews.ts";
import { notifications, notificationsErrors } from "#app/i18n/id/notifications.ts";
import { objections, objectionsErrors } from "#app/i18n/id/objections.ts";
import { people, peopleErrors } from "#app/i18n/id/people.ts";
import { proposals, proposalsErrors } from "#app/i18n/id/proposals.ts";
import { ranking, rankingErrors } from "#app/i18n/id/ranking.ts";
import { registry } from "#app/i18n/id/registry.ts";
import { scoring, scoringErrors } from "#app/i18n/id/scoring.ts";
import { screening, screeningErrors } from "#app/i18n/id/screening.ts";
import { showcase, showcaseErrors } from "#app/i18n/id/showcase.ts";
import { similarity, similarityErrors } from "#app/i18n/id/similarity.ts";

/** The whole of Indonesian, the source: English must have the same keys to compile. */
export const dictionary = {
  cli,
  common,
  form,
  pages,
  definition,
  accounts,
  agencies,
  archive,
  assignment,
  audit,
  certificates,
  communications,
  competitions,
  conflicts,
  controlRoom,
  drafting,
  editor,
  flow,
  interviews,
  notifications,
  objections,
  people,
  proposals,
  ranking,
  registry,
  scoring,
  screening,
  showcase,
  similarity,
  errors: {
    accounts: accountsErrors,
    agencies: agenciesErrors,
    archive: archiveErrors,
    assignment: assignmentErrors,
    audit: auditErrors,
    certificates: certificatesErrors,
    competitions: competitionsErrors,
    conflicts: conflictsErrors,
    interviews: interviewsErrors,
    notifications: notificationsErrors,
    objections: objectionsErrors,
    people: peopleErrors,
    proposals: proposalsErrors,
    ranking: rankingErrors,
    scoring: scoringErrors,
    screening: screeningErrors,
    showcase: showcaseErrors,
    similarity: similarityErrors,
  },
};

export type Dictionary = typeof dictionary;
