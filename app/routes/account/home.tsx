import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import { listMemberships } from "#app/features/agencies/queries.server.ts";
import { mayCreateEdition } from "#app/features/competitions/policy.ts";
import { listSeatedEditions } from "#app/features/competitions/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { agencyWorkplace, editionWorkplaces, type Workplace } from "#app/routes/account/workplaces.ts";
import { editionStands } from "#app/routes/edition-stands.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.home.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const agencies = listMemberships(ctx, ctx.actor.userId).map(agencyWorkplace);
  const editions = listSeatedEditions(ctx, ctx.actor).flatMap((card) => editionWorkplaces(ctx.locale, card, editionStands(ctx, card)));
  const organises = mayCreateEdition(ctx.actor);
  const operates = mayManageAccounts(ctx.actor);
  const doors = [...agencies, ...editions];
  // Whoever works in one place goes straight there.
  if (doors.length === 1 && !organises && !operates) throw redirect((doors[0] as Workplace).to);
  return { agencies, editions, organises, operates };
}

export default function Home() {
  const t = useTranslate();
  const { agencies, editions, organises, operates } = useLoaderData<typeof loader>();
  const empty = agencies.length + editions.length === 0 && !organises && !operates;
  return (
    <div className="narrow">
      <PageHeader title={t("accounts.home.title")} lead={t("accounts.home.lead")} />
      <Stack gap="large">
        {empty && <EmptyState title={t("common.none")}>{t("accounts.home.empty")}</EmptyState>}
        {(organises || operates) && (
          <Panel title={t("accounts.home.system")} flush>
            <ul className="link-list">
              {organises && (
                <li>
                  <Link to="/organiser">{t("accounts.home.organiser")}</Link>
                </li>
              )}
              {operates && (
                <li>
                  <Link to="/system/accounts">{t("accounts.home.operator")}</Link>
                </li>
              )}
            </ul>
          </Panel>
        )}
        <Doors title={t("accounts.home.agencies")} doors={agencies} />
        <Doors title={t("accounts.home.editions")} doors={editions} />
      </Stack>
    </div>
  );
}

function Doors({ title, doors }: { title: string; doors: Workplace[] }) {
  const t = useTranslate();
  if (doors.length === 0) return null;
  return (
    <Panel title={title} flush>
      <ul className="link-list">
        {doors.map((door) => (
          <li key={door.to}>
            <Link to={door.to}>{door.name}</Link>
            <span className="faint">
              {[door.as, ...door.roles.map((role) => t(`competitions.roles.${role}`))].filter(Boolean).join(", ")}
              {door.rehearsal && ` ${t("common.rehearsalData")}`}
            </span>
            {door.stands && <span className="faint small link-list__line">{door.stands}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
