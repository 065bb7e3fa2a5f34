import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Season, Stopwatch } from "#app/cli/season/season.ts";
import { renderCertificatePdf } from "#app/features/certificates/operations.server.ts";
import { type CertificateRow, listCertificates } from "#app/features/certificates/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Prints every certificate of the season to `folder/<serial with - for />.pdf`; returns how many. */
export async function printCertificates(season: Season, folder: string, watch: Stopwatch): Promise<number> {
  const { world, organiser, definition } = season;
  const ctx = world.as(organiser, definition.stages.at(-1)?.opensAt ?? 0);
  const issued = allCertificates(ctx, season);
  mkdirSync(folder, { recursive: true });
  const stage = { key: "certificates", name: watch.t("cli.season.stages.certificates"), total: issued.length };
  await watch.runAsync(stage, async (done) => {
    for (const { id, serial } of issued) {
      writeFileSync(join(folder, `${serial.replaceAll("/", "-")}.pdf`), await renderCertificatePdf(ctx, id));
      done();
    }
  });
  return issued.length;
}

function allCertificates(ctx: Ctx, { editionId }: Season): CertificateRow[] {
  const rows: CertificateRow[] = [];
  for (let page = 1; ; page += 1) {
    const table = { q: "", list: "", state: "all", sort: "serial", dir: "asc", page } as const;
    const found = listCertificates(ctx, { editionId, table });
    rows.push(...found.rows);
    if (found.rows.length === 0 || rows.length >= found.matching) return rows;
  }
}
