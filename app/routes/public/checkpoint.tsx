import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { findCheckpoint, proveConsistency, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { askedCheckpoint, madeFor } from "#app/routes/public/checkpoint-of.server.ts";

/** The house counts its days where most of the country does. */
const zone = "Asia/Jakarta";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "audit.public.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const checkpoint = askedCheckpoint(ctx, params);
    const before = findCheckpoint(ctx, checkpoint.number - 1);
    return {
      checkpoint: { number: checkpoint.number, at: checkpoint.at, size: checkpoint.size, note: checkpoint.note, ...madeFor(ctx, checkpoint) },
      key: verifierKey(ctx),
      before: before ? { number: before.number, size: before.size, proof: proveConsistency(ctx, { from: before, to: checkpoint }) } : null,
    };
  });
}

export default function CheckpointPage() {
  const t = useTranslate();
  const { checkpoint, key } = useLoaderData<typeof loader>();
  const { number, at, size, note, reason, edition } = checkpoint;
  const title = t("audit.checkpoint.title", { number: String(number) });
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t("common.nav.home"), to: "/" }, { label: t("audit.public.nav"), to: "/audit" }, { label: title }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("audit.checkpoint.lead", { time: formatInstant(t.locale, at, zone), size: formatNumber(t.locale, size) })}
        meta={[t(`audit.public.reasons.${reason}`), edition].filter(Boolean).join(", ")}
      />
      <Stack>
        <Panel title={t("audit.checkpoint.note")}>
          <Stack>
            <pre className="note-text">{note}</pre>
            <p>
              <LinkButton to={`/downloads/checkpoints/${number}.txt`} download>
                {t("audit.checkpoint.download")}
              </LinkButton>
            </p>
          </Stack>
        </Panel>
        <Continuation />
        <Panel title={t("audit.checkpoint.check")}>
          <Stack>
            <pre className="note-text">{`node anugerah-verify.mjs checkpoint checkpoint-${number}.txt --key '${key}'`}</pre>
            <p>{t("audit.checkpoint.cosign")}</p>
            <p>
              <LinkButton to="/verification/anugerah-verify.mjs" download>
                {t("audit.public.tool")}
              </LinkButton>
            </p>
          </Stack>
        </Panel>
      </Stack>
    </>
  );
}

function Continuation() {
  const t = useTranslate();
  const { before, checkpoint } = useLoaderData<typeof loader>();
  if (!before) return <Panel title={t("audit.checkpoint.consistency")}>{t("audit.checkpoint.first")}</Panel>;
  const facts = { from: formatNumber(t.locale, before.size), number: String(before.number), steps: formatNumber(t.locale, before.proof.length) };
  return (
    <Panel title={t("audit.checkpoint.consistency")}>
      <Stack>
        <p>{t("audit.checkpoint.consistencyText", facts)}</p>
        {before.proof.length > 0 && <pre className="note-text">{before.proof.join("\n")}</pre>}
        <ButtonRow>
          <LinkButton to={`/downloads/checkpoints/${checkpoint.number}/consistency.json`} download>
            {t("audit.checkpoint.proof")}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </Panel>
  );
}
