import { Link } from "@remix-run/react";
import { fieldId } from "#app/components/field.tsx";
import { Checklist } from "#app/components/step-list.tsx";
import type { SubmissionFault } from "#app/features/proposals/submission/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

const shortly: Record<string, MessageKey> = {
  "proposals.fieldMissing": "proposals.faults.fieldMissing",
  "proposals.fieldOver": "proposals.faults.fieldOver",
  "proposals.fieldInvalid": "proposals.faults.fieldInvalid",
};

/** What still keeps a draft back: in few words in a list, otherwise as the server would refuse it. */
const faultWords = (t: Translate, { code, params }: SubmissionFault): string =>
  t(shortly[code] ?? (`errors.${code}` as MessageKey), params);

type FaultListProps = { faults: readonly SubmissionFault[]; proposalId: string; linked: boolean };

/** Everything that is not met yet, each leading to the question where it is mended. */
export function FaultList({ faults, proposalId, linked }: FaultListProps) {
  const t = useTranslate();
  const checks = faults.map((fault, index) => ({
    key: String(index),
    state: "no" as const,
    stateWord: t("proposals.editor.fault"),
    words: linked ? <Link to={placeOf(proposalId, fault)}>{faultWords(t, fault)}</Link> : faultWords(t, fault),
  }));
  return <Checklist checks={checks} />;
}

const placeOf = (proposalId: string, { section, field }: SubmissionFault): string =>
  `/proposals/${proposalId}/edit/${section}${field ? `#${fieldId(field)}` : ""}`;
