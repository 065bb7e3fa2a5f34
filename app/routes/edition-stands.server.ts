import { gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import { currentStage, upcomingStage } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Where an edition stands and what comes next, from its rules alone. */
export function editionStands(ctx: Pick<Ctx, "locale" | "now">, { status, definition }: Pick<Edition, "status" | "definition">): string {
  const t = translators[ctx.locale];
  const { zone } = definition;
  if (status === "closed") return t("editor.next.closed");
  if (status === "draft") {
    const count = gaps(definition).length + validateDefinition(definition).length;
    return count > 0 ? t("editor.next.draft", { count }) : t("editor.next.ready");
  }
  const running = currentStage(definition, ctx.now);
  if (running) return t("editor.next.running", { stage: running.name, time: formatDeadline(ctx.locale, running.closesAt ?? 0, zone) });
  const coming = upcomingStage(definition, ctx.now);
  return coming ? t("editor.next.coming", { stage: coming.name, time: formatInstant(ctx.locale, coming.opensAt ?? 0, zone) }) : t("editor.next.over");
}
