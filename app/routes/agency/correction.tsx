import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Deadline } from "#app/components/deadline.tsx";
import { useNow } from "#app/components/use-now.ts";
import { CorrectionList } from "#app/features/screening/components/correction-list.tsx";
import { getCorrectionPage } from "#app/features/screening/corrections/queries.server.ts";
import { formatInstant, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "screening.correction.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ({ ...getCorrectionPage(ctx, proposalIdOf(params)), now: ctx.now }));
}

/** What the screeners ask an agency to correct, how long there is left, and the way to do it. */
export default function Correction() {
  const t = useTranslate();
  const { proposal, corrections, zones, mayAnswer } = useLoaderData<typeof loader>();
  const running = corrections.find((correction) => correction.running);
  const title = t("screening.correction.title");
  return (
    <div className="narrow">
      <PageHeader
        title={title}
        crumbs={[{ label: proposal.title, to: `/proposals/${proposal.id}` }, { label: title }]}
        crumbsLabel={t("common.crumbs")}
        meta={[proposal.number, proposal.title].filter(Boolean).join(" · ")}
        lead={running && t("screening.correction.lead")}
      />
      <Stack>
        {running && <Countdown dueAt={running.dueAt} />}
        {running && (
          <ButtonRow>
            {mayAnswer && (
              <LinkButton to={`/proposals/${proposal.id}/edit`} variant="primary">
                {t("screening.correction.edit")}
              </LinkButton>
            )}
            {mayAnswer && proposal.status === "atAgency" && (
              <LinkButton to={`/proposals/${proposal.id}/submission`}>{t("screening.correction.submit")}</LinkButton>
            )}
          </ButtonRow>
        )}
        {running && <p className="soft">{t("screening.correction.adminOnly")}</p>}
        {corrections.length === 0 && <EmptyState title={t("screening.correction.none")}>{t("screening.correction.noneBody")}</EmptyState>}
        <CorrectionList corrections={corrections} zones={zones} />
      </Stack>
    </div>
  );
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

function Countdown({ dueAt }: { dueAt: number }) {
  const t = useTranslate();
  const { now: loadedAt, zones } = useLoaderData<typeof loader>();
  const left = Math.max(0, dueAt - useNow(loadedAt));
  const [days, hours, minutes] = [Math.floor(left / day), Math.floor((left % day) / hour), Math.floor((left % hour) / minute)];
  const words = days > 0 ? t("common.duration.days", { days, hours }) : t("common.duration.hours", { hours, minutes });
  const shown = [...new Map([zones.own, zones.edition].map((zone) => [zoneName(zone), zone])).values()];
  return (
    <Deadline
      title={t("screening.correction.due")}
      left={words}
      zones={shown.map((zone) => ({ zone: zoneName(zone), text: formatInstant(t.locale, dueAt - minute, zone) }))}
    />
  );
}
