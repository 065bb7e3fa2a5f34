import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { mayCreateEdition } from "#app/features/competitions/policy.ts";
import { listSeatedEditions } from "#app/features/competitions/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { editionStands } from "#app/routes/edition-stands.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "competitions.editions.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const editions = listSeatedEditions(ctx, ctx.actor).map(({ definition, ...card }) => ({
    ...card,
    name: definition.name,
    next: editionStands(ctx, { status: card.status, definition }),
  }));
  return { editions, mayCreate: mayCreateEdition(ctx.actor) };
}

const tones = { draft: "open", open: "ok", closed: "neutral" } as const;

export default function Editions() {
  const t = useTranslate();
  const { editions, mayCreate } = useLoaderData<typeof loader>();
  const create = mayCreate && (
    <LinkButton to="/organiser/editions/new" variant="primary" icon={Plus}>
      {t("competitions.editions.create")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("competitions.editions.title")} meta={t("competitions.editions.lead")} actions={editions.length > 0 && create} />
      {editions.length === 0 ? (
        <EmptyState title={t("competitions.editions.empty")} action={create || undefined}>
          {t(mayCreate ? "competitions.editions.emptyCreate" : "competitions.editions.emptySeated")}
        </EmptyState>
      ) : (
        <Panel>
          <RecordList
            level={2}
            records={editions.map(({ id, name, status, rehearsal, roles, next }) => ({
              key: id,
              title: inLocale(t.locale, name),
              to: `/organiser/editions/${id}`,
              sub: roles.length === 0 ? t("competitions.editions.none") : roles.map((role) => t(`competitions.roles.${role}`)).join(", "),
              meta: (
                <>
                  {next} {rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
                </>
              ),
              aside: <Badge tone={tones[status]}>{t(`competitions.statuses.${status}`)}</Badge>,
            }))}
          />
        </Panel>
      )}
    </>
  );
}
