import { Badge } from "#app/components/badge.tsx";
import { Section } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import type { SlotView } from "#app/features/interviews/types.ts";
import { ownTimeFirst } from "#app/features/proposals/components/times.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** When the agency's finalists are heard, in the agency's zone first. Nothing while there is nothing to hear. */
export function SlotList({ slots }: { slots: readonly SlotView[] }) {
  const t = useTranslate();
  if (slots.length === 0) return null;
  const records = slots.map((slot) => ({
    key: slot.id,
    title: slot.title,
    to: `/proposals/${slot.proposalId}`,
    sub: ownTimeFirst(t.locale, slot.startsAt, { own: slot.agencyZone, edition: slot.editionZone }),
    meta: slot.panel,
    aside: (
      <Badge tone={slot.confirmedAt === null ? "warn" : "ok"}>
        {t(slot.confirmedAt === null ? "proposals.overview.slotOpen" : "proposals.overview.slotConfirmed")}
      </Badge>
    ),
  }));
  return (
    <Section title={t("proposals.overview.slots")}>
      <RecordList records={records} />
    </Section>
  );
}
