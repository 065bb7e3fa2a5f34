import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { findCheckpoint, proveConsistency, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import { cosignedInput } from "#app/features/audit/witnesses/inputs.ts";
import { handInCosignatures } from "#app/features/audit/witnesses/operations.server.ts";
import { cosignedNote, listCosignatures, listWitnesses } from "#app/features/audit/witnesses/queries.server.ts";
import { witnessKeyOf } from "#app/features/audit/witnesses/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
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
      checkpoint: { number: checkpoint.number, at: checkpoint.at, size: checkpoint.size, note: cosignedNote(ctx, checkpoint), ...madeFor(ctx, checkpoint) },
      cosignatures: listCosignatures(ctx, [checkpoint.number]).map(({ line: _line, ...one }) => one),
      witnesses: listWitnesses(ctx).map((witness) => ({ title: witness.title, name: witness.name, key: witnessKeyOf(witness) })),
      ...{ key: verifierKey(ctx), origin: ctx.baseUrl },
      before: before ? { number: before.number, size: before.size, proof: proveConsistency(ctx, { from: before, to: checkpoint }) } : null,
    };
  });
}

/** Somebody brings a checkpoint with a witness's line below ours; whoever brings it needs no account. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { number } = askedCheckpoint(ctx, params);
    handInCosignatures(ctx, { number, ...parseForm(form, cosignedInput) });
    return redirectWithToast(`/audit/checkpoints/${number}`, translators[ctx.locale]("audit.witnesses.received"));
  });
}

export default function CheckpointPage() {
  const t = useTranslate();
  const { checkpoint, key, witnesses, origin } = useLoaderData<typeof loader>();
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
        <Cosignatures />
        <Continuation />
        <Panel title={t("audit.checkpoint.check")}>
          <Stack>
            <pre className="note-text">{[`node anugerah-verify.mjs checkpoint checkpoint-${number}.txt --key '${key}'`, ...witnesses.map((one) => `  --witness '${one.key}'`)].join(" \\\n")}</pre>
            <p>{t("audit.checkpoint.cosign")}</p>
            <pre className="note-text">{`${origin}/downloads/checkpoints/${number}/consistency.json?from=${Math.max(1, number - 1)}\nnode anugerah-verify.mjs cosign consistency.json --checkpoint ${t("audit.witnesses.lastFile")} --key '${key}' --with ${t("audit.witnesses.keyFile")} --name ${t("audit.witnesses.keyName")}`}</pre>
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

/** Who else has signed this checkpoint, and where a witness hands in its line. */
function Cosignatures() {
  const t = useTranslate();
  const { cosignatures, witnesses } = useLoaderData<typeof loader>();
  const state = useFormState();
  if (witnesses.length === 0) return null;
  const labels = { note: t("audit.witnesses.note") };
  return (
    <Panel title={t("audit.witnesses.under")}>
      <Stack>
        {cosignatures.length === 0 && <p>{t("audit.witnesses.none")}</p>}
        {cosignatures.length > 0 && (
          <DescriptionList
            items={cosignatures.map(({ title, name, kind, signedAt, receivedAt }) => ({
              key: `${name} ${kind}`,
              term: `${title} (${name})`,
              value: signedAt === null ? t("audit.witnesses.undated", { received: formatInstant(t.locale, receivedAt, zone) }) : t("audit.witnesses.dated", { signed: formatInstant(t.locale, signedAt, zone), received: formatInstant(t.locale, receivedAt, zone) }),
            }))}
          />
        )}
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <KeptForm key={cosignatures.length} method="post" id="cosigned" keptNotice={t("common.restored")}>
          <Stack>
            <TextArea name="note" label={labels.note} hint={t("audit.witnesses.noteHint")} need={t("common.required")} error={state?.errors.note} defaultValue={typedText(state?.values, "note")} rows={6} required />
            <ButtonRow>
              <SubmitButton busyWord={t("common.busy")}>{t("audit.witnesses.handIn")}</SubmitButton>
            </ButtonRow>
          </Stack>
        </KeptForm>
      </Stack>
    </Panel>
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
