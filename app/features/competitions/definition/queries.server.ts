import type { TemplateFile } from "#app/features/competitions/definition/types.ts";
import { getEditionBySlug } from "#app/features/competitions/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";

/**
 * The letter that a question of kind statement asks to be signed, for whoever may see its edition; 404 for everybody else, and
 * where there is none.
 */
export function getTemplate(ctx: Ctx, at: { slug: string; fieldKey: string }): TemplateFile {
  const { definition } = getEditionBySlug(ctx, at.slug);
  const template = definition.fields.find(({ key, kind }) => key === at.fieldKey && kind === "statement")?.template;
  if (!template) throw notFound("competitions.templateUnknown");
  return template;
}
