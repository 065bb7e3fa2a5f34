import type { Io } from "#app/cli/io.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

export type Stage = { advance: (by?: number) => void; finish: () => number };

/** One line a stage on standard error: a bar that fills on a terminal, a plain line at the end of the stage elsewhere. */
export type Progress = { begin: (name: string, total: number) => Stage };

const nameWidth = 34;
const barWidth = 24;
/** Redrawing more often than this would cost more than the work it shows. */
const redrawMs = 80;

export function makeProgress(io: Io, t: Translate): Progress {
  return {
    begin: (name, total) => {
      const startedAt = performance.now();
      let done = 0;
      let drawnAt = 0;
      const draw = (): void => {
        drawnAt = performance.now();
        io.err(`\r\u001B[K${lineOf({ name, done, total, startedAt, t, bar: true })}`);
      };
      if (io.live) draw();
      return {
        advance: (by = 1) => {
          done += by;
          if (io.live && performance.now() - drawnAt > redrawMs) draw();
        },
        finish: () => {
          if (io.live) draw();
          io.err(io.live ? "\n" : `${lineOf({ name, done, total, startedAt, t, bar: false })}\n`);
          return performance.now() - startedAt;
        },
      };
    },
  };
}

type Line = { name: string; done: number; total: number; startedAt: number; t: Translate; bar: boolean };

function lineOf({ name, done, total, startedAt, t, bar }: Line): string {
  const seconds = t("cli.progress.seconds", { seconds: formatNumber(t.locale, (performance.now() - startedAt) / 1000, 1) });
  const counts = total > 1 ? `${formatNumber(t.locale, done)}/${formatNumber(t.locale, total)}` : "";
  const filled = total === 0 ? barWidth : Math.min(barWidth, Math.floor((done / total) * barWidth));
  const drawn = bar ? `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}  ` : "";
  return `${name.padEnd(nameWidth)}  ${drawn}${counts.padStart(13)}  ${seconds.padStart(10)}`;
}
