import { cli } from "#app/i18n/en/cli.ts";
import { common, form, pages } from "#app/i18n/en/common.ts";
import { definition } from "#app/i18n/en/definition.ts";
import { accounts, accountsErrors } from "#app/i18n/en/accounts.ts";
import { agencies, agenciesErrors } from "#app/i18n/en/agencies.ts";
import { archive, archiveErrors } from "#app/i18n/en/archive.ts";
import { assignment, assignmentErrors } from "#app/i18n/en/assignment.ts";
import { audit, auditErrors } from "#app/i18n/en/audit.ts";
import { certificates, certificatesErrors } from "#app/i18n/en/certificates.ts";
import { communications } from "#app/i18n/en/communications.ts";
import { competitions, competitionsErrors } from "#app/i18n/en/competitions.ts";
import { conflicts, conflictsErrors } from "#app/i18n/en/conflicts.ts";
import { controlRoom } from "#app/i18n/en/control-room.ts";
import { drafting } from "#app/i18n/en/drafting.ts";
import { editor } from "#app/i18n/en/editor.ts";
import { flow } from "#app/i18n/en/flow.ts";
import { interviews, interviewsErrors } from "#app/i18n/en/interviews.ts";
import { notifications, notificationsErrors } from "#app/i18n/en/notifications.ts";
import { objections, objectionsErrors } from "#app/i18n/en/objections.ts";
import { people, peopleErrors } from "#app/i18n/en/people.ts";
import { proposals, proposalsErrors } from "#app/i18n/en/proposals.ts";
import { ranking, rankingErrors } from "#app/i18n/en/ranking.ts";
import { registry } from "#app/i18n/en/registry.ts";
import { scoring, scoringErrors } from "#app/i18n/en/scoring.ts";
import { screening, screeningErrors } from "#app/i18n/en/screening.ts";
import { showcase, showcaseErrors } from "#app/i18n/en/showcase.ts";
import { similarity, similarityErrors } from "#app/i18n/en/similarity.ts";

import type { Dictionary } from "#app/i18n/id/dictionary.ts";
import type { Words } from "#app/i18n/shape.ts";

export const dictionary: Words<Dictionary> = {
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
