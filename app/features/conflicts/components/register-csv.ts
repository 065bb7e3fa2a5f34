import { tieWords } from "#app/features/conflicts/components/detected-panel.tsx";
import { aboutOf } from "#app/features/conflicts/components/register-table.tsx";
import type { ObjectionRow } from "#app/features/conflicts/objecting/queries.server.ts";
import type { RegisteredConflict, WholeRegister } from "#app/features/conflicts/register/queries.server.ts";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

const columns = ["person", "seat", "about", "kind", "source", "state", "declaredAt", "untilHead", "reason", "decidedAt", "decidedBy", "decisionReason"] as const;

/** The heads of the register as a table. */
export const registerHeads = (t: Translate): string[] => columns.map((column) => t(`conflicts.register.${column}`));

/** Every line below those heads: what was said, what agencies objected to, what was found. */
export function registerRows(t: Translate, zone: string, { declared, ties, coWritten, objections }: WholeRegister & { objections: readonly ObjectionRow[] }): string[][] {
  const instant = (at: number | null): string => (at === null ? "" : formatInstant(t.locale, at, zone));
  const until = (at: number | null): string => (at === null ? "" : formatDate(t.locale, at - 1, zone));
  const seat = ({ seated }: Pick<RegisteredConflict, "seated">): string => t(`conflicts.register.${seated ? "sits" : "left"}`);
  const found = (person: string, about: string, kind: string): string[] => [person, t("conflicts.register.sits"), about, kind, t("conflicts.sources.detected"), "", "", "", "", "", "", ""];
  return [
    ...declared.map((row) => [
      ...[row.person, seat(row), aboutOf(t, row), t(`conflicts.kinds.${row.kind}`), t(`conflicts.sources.${row.source}`), t(`conflicts.states.${row.state}`)],
      ...[instant(row.declaredAt), until(row.expiresAt), row.reason, instant(row.decidedAt), row.decidedBy ?? "", row.decisionReason ?? ""],
    ]),
    ...objections.map(({ name, means, agencyName, about, state, declaredAt, reason, decidedAt, decisionReason }) => [
      ...[means.length === 0 ? t("conflicts.register.meansNobody") : means.join("; "), t("conflicts.register.objectedTo", { name }), agencyName, t(`conflicts.about.${about}`), t("conflicts.sources.agency")],
      ...[t(`conflicts.states.${state}`), instant(declaredAt), "", reason, instant(decidedAt), "", decisionReason ?? ""],
    ]),
    ...ties.map((tie) => found(tie.person, tie.agencyName, tieWords(t, tie, zone))),
    ...coWritten.map(({ person, entries }) => found(person, t("conflicts.register.coWritten", { count: entries }), "")),
  ];
}
