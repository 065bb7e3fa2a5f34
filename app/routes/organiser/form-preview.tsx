import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { Paper } from "#app/components/work-shell.tsx";
import { fieldsFor } from "#app/features/competitions/rules.ts";
import { AnswerField } from "#app/features/proposals/components/answer-field.tsx";
import type { EditorField } from "#app/features/proposals/form/queries.server.ts";
import { askedFields, sectionsOf, takesFile } from "#app/features/proposals/form/rules.ts";
import type { FormField } from "#app/features/competitions/definition/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "editor.pagePreview.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const { definition } = edition;
    const wanted = new URL(request.url).searchParams.get("group");
    const group = definition.groups.find(({ key }) => key === wanted) ?? definition.groups[0];
    return { definition, group: group?.key ?? "", back: editionPath(edition, "rules/edit/fields") };
  });
}

/** The form as a writer of one group gets it: the same controls, the same conditions, answered live and kept nowhere. */
export default function FormPreview() {
  const t = useTranslate();
  const { definition, group, back } = useLoaderData<typeof loader>();
  const title = t("editor.pagePreview.title");
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t("editor.parts.fields"), to: back }, { label: title }]} crumbsLabel={t("common.crumbs")} meta={t("editor.pagePreview.lead")} />
      <Stack>
        <Form method="get" className="filter-bar">
          <Select name="group" label={t("editor.pagePreview.group")} defaultValue={group} options={definition.groups.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }))} />
          <Button>{t("editor.pagePreview.show")}</Button>
        </Form>
        <Preview key={group} />
      </Stack>
    </>
  );
}

function Preview() {
  const t = useTranslate();
  const { definition, group } = useLoaderData<typeof loader>();
  const [values, setValues] = useState<Record<string, string>>({});
  const asked = askedFields(definition, group, values);
  if (fieldsFor(definition, group).length === 0) return <EmptyState title={t("editor.pagePreview.empty")} />;
  const follow = (event: FormEvent<HTMLFormElement>) => setValues(answersOf(new FormData(event.currentTarget), asked));
  return (
    <form onChange={follow} onSubmit={(event) => event.preventDefault()}>
      <Stack>
        {sectionsOf(asked, definition.sections).map((section) => (
          <Paper key={section.key} title={section.label ? inLocale(t.locale, section.label) : t("editor.pagePreview.other")}>
            {section.fields.map((field) => (
              <div key={field.key}>
                <AnswerField field={asEditorField(field)} alone={false} />
                {takesFile(field) && <p className="field__hint">{field.evidence ? t("editor.pagePreview.evidence") : `${inLocale(t.locale, field.label)}: ${t("editor.pagePreview.file")}`}</p>}
              </div>
            ))}
          </Paper>
        ))}
      </Stack>
    </form>
  );
}

/** Several answers to a choice are kept as a list, as the server keeps them. */
const answersOf = (form: FormData, fields: readonly FormField[]): Record<string, string> =>
  Object.fromEntries(
    fields.map(({ key, kind }) => {
      const given = form.getAll(key).filter((value): value is string => typeof value === "string");
      return [key, kind === "multiChoice" ? JSON.stringify(given) : (given[0] ?? "")];
    }),
  );

const asEditorField = (field: FormField): EditorField => ({
  ...field,
  ...{ value: "", words: 0, revision: 0, savedAt: null, state: field.required ? "missing" : "empty", file: null },
  ...{ takesFile: takesFile(field), sizeLimit: field.maxBytes ?? 0, kinds: [] },
});
