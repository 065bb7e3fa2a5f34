import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Button, ButtonRow, LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { fieldId } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { Checklist } from "#app/components/step-list.tsx";
import { gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import { addressOf, placeOf } from "#app/features/competitions/editing/places/rules.ts";
import { openingInput } from "#app/features/competitions/inputs.ts";
import { openEdition } from "#app/features/competitions/operations.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import { registrationStage } from "#app/features/competitions/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { DomainError } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "competitions.opening.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id: editionId, definition, status, revision } = organisedEdition(ctx, params);
    if (status !== "draft") throw new DomainError("competitions.frozen", { kind: "conflict" });
    const { opensAt, closesAt } = registrationStage(definition);
    return {
      ...{ revision, opensAt, closesAt },
      name: definition.name,
      zone: definition.zone,
      gaps: gaps(definition),
      faults: validateDefinition(definition).map((one) => ({ ...one, address: addressOf(placeOf(definition, one.path).place) })),
      people: new Set(listSeats(ctx, editionId).map(({ userId }) => userId)).size,
      hasHelp: Object.values(definition.help).some((contact) => contact !== ""),
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: editionId } = organisedEdition(ctx, params);
    openEdition(ctx, { editionId, ...parseForm(form, openingInput) });
    return redirectWithToast(editionPath({ id: editionId }), translators[ctx.locale]("competitions.opening.done"));
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Opening() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const ready = page.gaps.length + page.faults.length === 0;
  return (
    <>
      <PageHeader title={t("competitions.opening.title")} lead={t("competitions.opening.lead")} />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} />
        {ready && <Notice tone="ok">{t("competitions.opening.ready")}</Notice>}
        <BeforeOpening page={page} />
        <Missing gaps={page.gaps} />
        <Faults faults={page.faults} />
        <ButtonRow>
          {ready ? <OpenNow page={page} /> : <Blocked revision={page.revision} />}
          <LinkButton to="../rules" variant="quiet">
            {t("competitions.opening.toRules")}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </>
  );
}

/** What opening asks for, and what is wise: nobody should prepare and approve alone, and agencies should know whom to ask. */
function BeforeOpening({ page: { gaps: missing, faults, people, hasHelp } }: { page: Page }) {
  const t = useTranslate();
  const needed = (key: "gaps" | "faults", met: boolean) => ({ key, met, state: met ? ("ok" as const) : ("no" as const), unmet: t("editor.check.missing"), to: "../rules/edit" });
  const advised = (key: "people" | "help", met: boolean, to: string) => ({ key, met, state: met ? ("ok" as const) : ("wait" as const), unmet: t("editor.check.advised"), to });
  const lines = [
    needed("gaps", missing.length === 0),
    needed("faults", faults.length === 0),
    advised("people", people >= 2, "../seats"),
    advised("help", hasHelp, "../rules/edit/help"),
  ];
  const checks = lines.map(({ key, met, state, unmet, to }) => ({
    key,
    state,
    stateWord: met ? t("editor.check.done") : unmet,
    words: met ? t(`editor.check.${key}`) : <><Link to={to}>{t(`editor.check.${key}`)}</Link> ({unmet})</>,
  }));
  return (
    <Panel title={t("editor.check.title")}>
      <Checklist checks={checks} />
    </Panel>
  );
}

function OpenNow({ page: { name, revision, opensAt, closesAt, zone } }: { page: Page }) {
  const t = useTranslate();
  const opens = opensAt === null ? "" : formatInstant(t.locale, opensAt, zone);
  const closes = closesAt === null ? "" : formatDeadline(t.locale, closesAt, zone);
  return (
    <ConfirmDialog
      title={t("competitions.opening.confirm", { name })}
      trigger={{ variant: "primary", children: t("competitions.opening.submit") }}
      confirm={t("competitions.opening.submit")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      fields={{ revision: String(revision) }}
    >
      <p>{t("competitions.opening.consequence", { opens, closes })}</p>
    </ConfirmDialog>
  );
}

/** The button stays, says what is missing, and asks the server all the same where scripts do not run. */
function Blocked({ revision }: { revision: number }) {
  const t = useTranslate();
  return (
    <Form method="post">
      <input type="hidden" name="revision" value={revision} />
      <Button variant="primary" blocked={t("competitions.opening.blocked")}>
        {t("competitions.opening.submit")}
      </Button>
    </Form>
  );
}

function Missing({ gaps: missing }: { gaps: Page["gaps"] }) {
  const t = useTranslate();
  if (missing.length === 0) return null;
  const checks = missing.map(({ path, label }) => ({
    key: path,
    state: "no" as const,
    stateWord: t("competitions.rules.unset"),
    words: <Link to={`../rules#${fieldId(path)}`}>{inLocale(t.locale, label)}</Link>,
  }));
  return (
    <Panel title={t("competitions.opening.gaps", { count: missing.length })}>
      <Checklist checks={checks} />
    </Panel>
  );
}

function Faults({ faults }: { faults: Page["faults"] }) {
  const t = useTranslate();
  if (faults.length === 0) return null;
  const checks = faults.map(({ address, code, params }, index) => ({
    key: String(index),
    state: "no" as const,
    stateWord: t("competitions.opening.unfit"),
    words: (
      <>
        {t(code, params)} <Link to={`../rules/edit/${address}`}>{t("competitions.opening.toPart")}</Link>
      </>
    ),
  }));
  return (
    <Panel title={t("competitions.opening.faults", { count: faults.length })}>
      <Checklist checks={checks} />
    </Panel>
  );
}
