import { Panel } from "#app/components/panel.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import type { SlotView } from "#app/features/interviews/types.ts";
import { formatInstant, formatNumber, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Sessions to come that nobody has confirmed, the next deadline first. */
export function ConfirmationList({ slots }: { slots: readonly SlotView[] }) {
  const t = useTranslate();
  return (
    <Panel title={t("interviews.dueTitle")} aside={formatNumber(t.locale, slots.length)}>
      {slots.length === 0 ? (
        <p className="soft">{t("interviews.dueNone")}</p>
      ) : (
        <DescriptionList
          items={slots.slice(0, 8).map((slot) => ({
            key: slot.id,
            term: slot.agencyName,
            value: formatInstant(t.locale, slot.startsAt, slot.editionZone),
          }))}
        />
      )}
    </Panel>
  );
}

/** How many sessions are in which zone: an early hour in Jakarta is a late one in Jayapura. */
export function ZoneList({ slots }: { slots: readonly SlotView[] }) {
  const t = useTranslate();
  const zones = [...new Set(slots.map((slot) => slot.agencyZone))];
  return (
    <Panel title={t("interviews.zonesTitle")}>
      <DescriptionList
        form="compact"
        items={zones.map((zone) => ({
          key: zone,
          term: zoneName(zone),
          value: formatNumber(t.locale, slots.filter((slot) => slot.agencyZone === zone).length),
        }))}
      />
    </Panel>
  );
}
