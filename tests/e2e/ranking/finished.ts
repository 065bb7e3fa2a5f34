import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ask } from "#tests/e2e/ranking/scene.ts";
import type { Walk } from "#tests/e2e/walk/walk.ts";

type Finished = { listId: string; editionId: string; rows: number };

/** The list of the year before, ranked by calibrated marks as the demo plays it: read by chair and public, page after page. */
export async function readFinished(walk: Walk): Promise<void> {
  const [list] = ask<Finished>(
    walk.product,
    `select l.id as listId, l.edition_id as editionId, count(*) as rows from ranking_lists l join ranking_rows r on r.list_id = l.id
     where l.status = 'final' and l.list_key = 'top99' and l.quantity = 'calibrated' group by l.id`,
  );
  if (!list) throw new Error("the demo has no list ranked by calibrated marks");
  const path = `/organiser/editions/${list.editionId}/lists/top99`;
  const chair = await walk.as("chair");
  await chair.goto(path);
  expect(await rowsOf(chair)).toBe(Math.min(50, list.rows));
  await walk.see(chair, "ranking-finished-list");
  await chair.goto(`${path}?page=${Math.ceil(list.rows / 50)}`);
  expect(await rowsOf(chair)).toBe(list.rows % 50 || 50);
  await walk.see(chair, "ranking-finished-list-end");
  await chair.goto(`${path}/figures`);
  await walk.see(chair, "ranking-finished-figures");
  for (const pair of await chair.locator("main details > summary").all()) await pair.click();
  await walk.see(chair, "ranking-finished-numbers");
  await chair.goto(`${path}/deliberation`);
  await walk.see(chair, "ranking-finished-deliberation");
  const visitor = await walk.visitor();
  expect((await visitor.request.get(`/downloads/bundles/${list.listId}.zip`)).status()).toBe(200);
}

const rowsOf = (page: Page): Promise<number> => page.locator("main table").first().locator("tbody tr:not(.cut-line)").count();
