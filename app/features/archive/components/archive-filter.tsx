import { FilterBar } from "#app/components/filter-bar.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { competitionName } from "#app/features/archive/components/archive-words.ts";
import type { ArchiveFilter } from "#app/features/archive/inputs.ts";
import type { ArchiveFacets } from "#app/features/archive/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Search and choices, with how many records each holds. */
export function ArchiveFilterBar({ facets, filter }: { facets: ArchiveFacets; filter: ArchiveFilter }) {
  const t = useTranslate();
  const counted = (label: string, records: number): string => `${label} (${records})`;
  return (
    <FilterBar form="side" label={t("archive.filter")} submitWord={t("common.filter")}>
      <TextInput type="search" name="q" label={t("archive.search")} defaultValue={filter.q} />
      <Select
        name="competition"
        label={t("archive.competition")}
        emptyLabel={t("archive.allCompetitions")}
        defaultValue={filter.competition}
        options={facets.competitions.map(({ key, records }) => ({ value: key, label: counted(competitionName(t, key), records) }))}
      />
      <Select
        name="year"
        label={t("archive.year")}
        emptyLabel={t("archive.allYears")}
        defaultValue={filter.year === null ? "" : String(filter.year)}
        options={facets.years.map(({ year, records }) => ({ value: String(year), label: counted(String(year), records) }))}
      />
      <Select
        name="tier"
        label={t("archive.tier")}
        emptyLabel={t("archive.allTiers")}
        defaultValue={filter.tier}
        options={facets.tiers.map(({ tier, records }) => ({ value: tier, label: counted(tier, records) }))}
      />
    </FilterBar>
  );
}
