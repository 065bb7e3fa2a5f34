import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { LineTable, MoveForm, MoveList } from "#app/features/ranking/components/plenary.tsx";
import { moveInput } from "#app/features/ranking/deliberation/inputs.ts";
import { recordMove } from "#app/features/ranking/deliberation/operations.server.ts";
import { getDeliberation } from "#app/features/ranking/deliberation/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { listPath, seenOfAddress, standingOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.deliberation.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award } = standingOfAddress(ctx, params);
    const { list, ...page } = getDeliberation(ctx, { editionId: edition.id, listKey: award.key });
    return { ...page, listId: list.id, size: list.size, version: list.version, name: inLocale(ctx.locale, award.name), back: listPath(params) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { current } = seenOfAddress(ctx, params, form);
    recordMove(ctx, { listId: current.id, ...parseForm(form, moveInput) });
    return redirectWithToast(new URL(request.url).pathname, translators[ctx.locale]("ranking.deliberation.done"));
  });
}

/** The plenary: what lies around the line, what was decided about it, and the record of a vote. */
export default function ListDeliberation() {
  const t = useTranslate();
  const { rows, choices, moves, members, mayRecord, year, size, listId, version, name, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <>
      <PageHeader
        title={t("ranking.deliberation.title")}
        crumbs={[{ label: name, to: back }, { label: t("ranking.deliberation.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("ranking.deliberation.lead")}
        actions={mayRecord && <LinkButton to="#move">{t("ranking.deliberation.record")}</LinkButton>}
      />
      <Stack>
        <LineTable rows={rows} size={size} year={year} />
        <MoveList moves={moves} year={year} />
        {mayRecord && <MoveForm key={version} listId={listId} year={year} choices={choices} members={members} back={back} state={state} />}
      </Stack>
    </>
  );
}
