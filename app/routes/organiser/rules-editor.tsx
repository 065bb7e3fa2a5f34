import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { StepList } from "#app/components/step-list.tsx";
import { TaskLayout } from "#app/components/work-shell.tsx";
import { parts } from "#app/features/competitions/editing/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { todosOf } from "#app/routes/organiser/rules-todo.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const todos = todosOf(ctx, edition.definition);
    const counts = Object.fromEntries(parts.map((part) => [part, todos.filter(({ place }) => place.part === part).length]));
    return { base: `${editionPath(edition)}/rules/edit`, counts };
  });
}

/** The parts of the rules with what each still needs, beside the one that is open. */
export default function RulesEditor() {
  const t = useTranslate();
  const { base, counts } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const current = pathname.slice(base.length + 1).split("/")[0];
  const steps = parts.map((part) => {
    const count = counts[part] ?? 0;
    return {
      key: part,
      to: `${base}/${part}`,
      label: t(`editor.parts.${part}`),
      state: count > 0 ? ("over" as const) : ("ok" as const),
      stateWord: count > 0 ? t("editor.states.todo", { count }) : t("editor.states.fine"),
      count: count > 0 ? count : undefined,
      current: part === current,
    };
  });
  return (
    <TaskLayout sections={<StepList label={t("editor.partsLabel")} steps={steps} />}>
      <Outlet />
    </TaskLayout>
  );
}
