import { and, eq } from "drizzle-orm";
import type { LetterWords } from "#app/features/notifications/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { letterTemplates } from "#db/schema/notifications.ts";

export type TemplateKey = { editionId: Id<"edition">; template: string; locale: "id" | "en" };

const these = ({ editionId, template, locale }: TemplateKey) =>
  and(eq(letterTemplates.editionId, editionId), eq(letterTemplates.template, template), eq(letterTemplates.locale, locale));

export const findTemplate = (ctx: Pick<Ctx, "db">, key: TemplateKey) => ctx.db.select().from(letterTemplates).where(these(key)).get();

export function saveTemplateRow(ctx: Ctx, key: TemplateKey, words: LetterWords & { updatedBy: Id<"user"> }): void {
  const set = { ...words, updatedAt: ctx.now };
  const { editionId, template, locale } = key;
  ctx.db
    .insert(letterTemplates)
    .values({ editionId, template, locale, ...set })
    .onConflictDoUpdate({ target: [letterTemplates.editionId, letterTemplates.template, letterTemplates.locale], set })
    .run();
}

export const deleteTemplate = (ctx: Ctx, key: TemplateKey): boolean => ctx.db.delete(letterTemplates).where(these(key)).run().changes === 1;
