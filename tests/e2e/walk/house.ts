import { openAnyHouse } from "#app/cli/house.ts";
import { makeSeasonWorld, type SeasonWorld } from "#app/cli/season/world.ts";
import { readConfig } from "#app/lib/config.server.ts";
import type { Product } from "#tests/support/product.ts";

let seeds = 4_100;

/** Does in the data of a running product, through its operations, what a journey need not do by hand. */
export async function inHouse<T>(product: Product, work: (world: SeasonWorld) => T | Promise<T>): Promise<T> {
  const house = openAnyHouse(readConfig({ NODE_ENV: "production", DATA_DIR: product.dataDir, BASE_URL: product.url, DEMO: "1" }));
  try {
    return await work(makeSeasonWorld(house, seeds++));
  } finally {
    house.close();
  }
}
