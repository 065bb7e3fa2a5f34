import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel } from "#app/components/panel.tsx";
import { Checklist } from "#app/components/step-list.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { todosOf } from "#app/routes/organiser/rules-todo.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "editor.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    return { base: editionPath(edition), status: edition.status, todos: todosOf(ctx, edition.definition) };
  });
}

/** Everything that is still to do, each leading to its field; the next step beside it. */
export default function RulesOverview() {
  const t = useTranslate();
  const { base, status, todos } = useLoaderData<typeof loader>();
  const isDraft = status === "draft";
  const ready = isDraft && todos.length === 0;
  const checks = todos.map(({ words, address, control, kind }, index) => ({
    key: String(index),
    state: kind === "fault" ? ("no" as const) : ("wait" as const),
    stateWord: t(kind === "fault" ? "competitions.opening.unfit" : "competitions.rules.unset"),
    words: <Link to={`${base}/rules/edit/${address}${control === "" ? "" : `#c-${control.replaceAll(/[^\w-]+/g, "-")}`}`}>{words}</Link>,
  }));
  return (
    <>
      <PageHeader
        title={t("editor.title")}
        meta={t(isDraft ? "editor.lead" : "editor.leadOpen")}
        actions={
          <>
            <LinkButton to={`${base}/rules/preview`}>{t("editor.preview")}</LinkButton>
            {isDraft && (
              <LinkButton to={`${base}/opening`} variant={ready ? "primary" : "secondary"}>
                {t("editor.toOpening")}
              </LinkButton>
            )}
          </>
        }
      />
      {todos.length === 0 ? (
        <Notice tone="ok">{t("editor.allFine")}</Notice>
      ) : (
        <Panel title={t("editor.todo", { count: todos.length })}>
          <Checklist checks={checks} />
        </Panel>
      )}
    </>
  );
}
