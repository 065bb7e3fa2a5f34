import { ChevronRight } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SheetRow } from "#app/components/split-pane.tsx";
import { Claim, Weight } from "#app/features/scoring/components/criterion-fields.tsx";
import { Total } from "#app/features/scoring/components/score-form.tsx";
import { OtherMarks } from "#app/features/scoring/components/other-marks.tsx";
import type { SheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import { formatDeadline, formatInstant, formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** A sheet that takes no marks now: locked, before its window, or after it. */
export function ReadSheet({ page }: { page: SheetPage }) {
  const t = useTranslate();
  const { sheet, criteria } = page;
  return (
    <>
      <div className="flex items-baseline justify-between gap-3">
        <h2>{t("scoring.sheet.title")}</h2>
        {sheet.status === "locked" && <Badge tone="ok">{t("scoring.states.locked")}</Badge>}
      </div>
      <Notice tone={sheet.status === "locked" ? "ok" : "info"}>
        <WhyClosed page={page} />
      </Notice>
      <div>
        {criteria.map((criterion, index) => (
          <SheetRow
            key={criterion.key}
            name={inLocale(t.locale, criterion.name)}
            weight={<Weight bp={criterion.weightBp} />}
            mark={criterion.mark === null ? { words: t("scoring.sheet.missing"), missing: true } : { words: formatMark(t.locale, criterion.mark) }}
            open={index === 0}
          >
            <p className="soft">{inLocale(t.locale, criterion.help)}</p>
            <Claim criterion={criterion} />
            {criterion.note !== "" && <p className="whitespace-pre-line">{criterion.note}</p>}
          </SheetRow>
        ))}
      </div>
      {sheet.note !== "" && <p className="whitespace-pre-line">{sheet.note}</p>}
      {sheet.privateNote !== "" && (
        <Notice tone="plain" title={t("scoring.sheet.privateNote")}>
          <p className="whitespace-pre-line">{sheet.privateNote}</p>
        </Notice>
      )}
      <Total
        label={t(sheet.status === "locked" ? "scoring.sheet.totalLocked" : "scoring.sheet.total")}
        page={page}
        marks={Object.fromEntries(criteria.map(({ key, mark }) => [key, mark]))}
      />
      {page.others && <OtherMarks page={page} others={page.others} />}
      {sheet.status === "locked" && page.queue.next && (
        <div>
          <LinkButton to={`/assessor/${page.editionId}/sheets/${page.queue.next.assignmentId}`} variant="primary" iconEnd={ChevronRight}>
            {t("scoring.sheet.next", { number: page.queue.next.number })}
          </LinkButton>
        </div>
      )}
    </>
  );
}

function WhyClosed({ page: { sheet, window, roundClosedAt, stage, zone } }: { page: SheetPage }) {
  const t = useTranslate();
  if (sheet.status === "locked") {
    const at = sheet.lockedAt === null ? "" : t("scoring.sheet.lockedAt", { time: formatInstant(t.locale, sheet.lockedAt, zone) });
    return (
      <>
        <p>{at}</p>
        <p>{t("scoring.sheet.locked")}</p>
      </>
    );
  }
  if (window === "roundClosed") return <p>{t("scoring.sheet.roundClosed", { time: formatInstant(t.locale, roundClosedAt ?? 0, zone) })}</p>;
  return (
    <p>
      {window === "notYet"
        ? t("scoring.sheet.windowNotYet", { time: formatInstant(t.locale, stage.opensAt ?? 0, zone) })
        : t("scoring.sheet.windowClosed", { time: formatDeadline(t.locale, stage.closesAt ?? 0, zone) })}
    </p>
  );
}
