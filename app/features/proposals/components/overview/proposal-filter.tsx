import { FilterBar } from "#app/components/filter-bar.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { OverviewFilter } from "#app/features/proposals/overview/inputs.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

const positions = ["atUnit", "atAgency", "submitted", "withdrawn"] as const;

type ProposalFilterProps = { filter: OverviewFilter; unit: "own" | "all"; units: readonly { id: string; name: string; depth: number }[] };

/** Which proposals of the agency are listed, in every edition on the page. */
export function ProposalFilter({ filter, unit, units }: ProposalFilterProps) {
  const t = useTranslate();
  return (
    <FilterBar label={t("flow.home.filter")} submitWord={t("common.filter")} keep={{ sort: filter.sort, dir: filter.dir }}>
      <TextInput dense type="search" name="search" label={t("flow.home.search")} defaultValue={filter.search} maxLength={100} />
      <Select
        dense
        name="position"
        label={t("proposals.overview.columns.position")}
        defaultValue={filter.position ?? ""}
        emptyLabel={t("flow.home.anyPosition")}
        options={positions.map((value) => ({ value, label: t(`proposals.statuses.${value}`) }))}
      />
      <Select
        dense
        name="unit"
        label={t("flow.home.unit")}
        defaultValue={unit}
        options={(["own", "all"] as const).map((value) => ({ value, label: t(`flow.home.units.${value}`) }))}
      />
      {units.length > 1 && (
        <Select
          dense
          name="place"
          label={t("proposals.identity.unit")}
          defaultValue={filter.place}
          emptyLabel={t("flow.home.anyUnit")}
          options={units.map(({ id, name, depth }) => ({ value: id, label: `${"\u2003".repeat(depth)}${name}` }))}
        />
      )}
    </FilterBar>
  );
}
