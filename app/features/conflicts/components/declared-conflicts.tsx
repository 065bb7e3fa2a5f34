import { Badge, type Tone } from "#app/components/badge.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import type { DeclaredConflict } from "#app/features/conflicts/queries.server.ts";
import type { ConflictState } from "#app/features/conflicts/types.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

const tones: Record<ConflictState, Tone> = { declared: "warn", confirmed: "ok", rejected: "neutral", expired: "neutral" };

export function ConflictStateBadge({ state }: { state: ConflictState }) {
  const t = useTranslate();
  return <Badge tone={tones[state]}>{t(`conflicts.states.${state}`)}</Badge>;
}

/** What a judge has declared of agencies and provinces, and how it stands. */
export function DeclaredConflicts({ declared, zone }: { declared: readonly DeclaredConflict[]; zone: string }) {
  const t = useTranslate();
  return (
    <section>
      <h3>{t("conflicts.agency.declared")}</h3>
      <RecordList
        records={declared.map(({ id, agencyName, regionCode, reason, declaredAt, expiresAt, kind, state }) => ({
          key: id,
          title: agencyName ?? t("conflicts.region.name", { code: regionCode ?? "" }),
          sub: t("conflicts.agency.declaredOn", { date: formatDate(t.locale, declaredAt, zone), reason: reason === "" ? t(`conflicts.kinds.${kind}`) : reason }),
          meta: expiresAt === null ? undefined : t("conflicts.agency.until", { date: formatDate(t.locale, expiresAt - 1, zone) }),
          aside: <ConflictStateBadge state={state} />,
        }))}
      />
    </section>
  );
}
