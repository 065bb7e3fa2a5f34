import { LinkButton } from "#app/components/button.tsx";
import { Stack } from "#app/components/panel.tsx";
import type { ProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** The steps its reader can take now: the next one is the page's main button, the others are quiet. */
export function ProposalSteps({ page: { id, may, faults } }: { page: ProposalPage }) {
  const t = useTranslate();
  const at = `/proposals/${id}`;
  const ready = faults.length === 0;
  const steps = [
    { key: "submission", open: may.submit && ready, to: `${at}/submission`, words: t("proposals.submission.submit") },
    { key: "hand-over", open: may.handOver && ready, to: `${at}/hand-over`, words: t("proposals.handOver.submit") },
    { key: "edit", open: may.write, to: `${at}/edit`, words: t("proposals.page.edit") },
    { key: "return", open: may.return, to: `${at}/return`, words: t("proposals.return.submit") },
    { key: "revision", open: may.revise, to: `${at}/revision`, words: t("proposals.revision.submit") },
    { key: "withdrawal", open: may.withdraw, to: `${at}/withdrawal`, words: t("proposals.withdrawal.submit") },
  ].filter((step) => step.open);
  const main = new Set(["submission", "hand-over", "edit"]);
  if (steps.length === 0) return null;
  return (
    <Stack gap="small">
      {steps.map((step, index) => (
        <LinkButton key={step.key} to={step.to} wide variant={variantOf(index === 0 && main.has(step.key), main.has(step.key))}>
          {step.words}
        </LinkButton>
      ))}
    </Stack>
  );
}

const variantOf = (isNext: boolean, isMain: boolean) => (isNext ? "primary" : isMain ? "secondary" : "quiet");
