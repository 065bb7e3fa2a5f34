import { rmSync } from "node:fs";
import { heading, printed, serverTimes, Tally } from "#tests/load/intake/figures.ts";
import { runClosing, runRush, takeReady } from "#tests/load/intake/rush.ts";
import { makeIntakeScene } from "#tests/load/intake/scene.ts";
import { runTraffic } from "#tests/load/intake/traffic.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { startProduct } from "#tests/support/product.ts";

const say = (words: string): void => void process.stdout.write(`${words}\n`);

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);

/**
 * Intake under load, over real HTTP against the built product: everyday traffic on 35,000 proposals, 3,156 submissions in a
 * minute, and 500 clients around the second of closing. Times are the client's, on the same machine, and below them the server's own.
 */
export async function benchIntake(): Promise<void> {
  const dataDir = freshFolder();
  const size = { proposals: setting("PROPOSALS", 35_000), ready: setting("READY", 4_600), submitted: setting("SUBMITTED", 1_200) };
  const scene = await makeIntakeScene(dataDir, size, say);
  say(`${scene.proposals} proposals, ${scene.entrants.length} agencies, ${scene.cores} cores`);
  const product = await startProduct([], { DATA_DIR: dataDir, LOG_LEVEL: "info" });
  const given = { url: product.url, scene };
  try {
    const traffic = { clients: setting("CLIENTS", 50), seconds: setting("SECONDS", 300) };
    const tally = new Tally();
    // The first seconds of a process compile what it runs; they are lived through and not counted.
    await runTraffic({ ...given, tally: new Tally() }, { ...traffic, seconds: setting("WARMUP", 20) });
    await runTraffic({ ...given, tally }, traffic);
    say(`\neveryday: ${traffic.clients} clients, one request a second each, ${traffic.seconds} s\n${heading}`);
    for (const [name, times] of [...tally.times].sort()) say(printed(name, times));
    say("at the server");
    for (const [name, times] of [...serverTimes(product.output(), tally)].sort()) say(printed(name, times));
    for (const [name, count] of tally.wrong) say(`  wrong: ${name} x ${count}`);

    const rush = await runRush(given, takeReady(scene, setting("RUSH", 3_156)), { clients: 500, seconds: 55 });
    say(`\nrush: ${rush.asked} submissions by 500 clients in ${rush.seconds.toFixed(1)} s: ${rush.accepted} acknowledged, ${rush.refused} not, ${rush.lost} lost`);
    say(`${heading}\n${printed("submit", rush.tally.times.get("submit") ?? [])}`);
    say(printed("at the server", serverTimes(product.output(), rush.tally).get("submit") ?? []));
    for (const [name, count] of rush.tally.wrong) say(`  wrong: ${name} x ${count}`);

    const closing = await runClosing(given, takeReady(scene, 500));
    say(`\nclosing: 500 clients within a second of it, ${closing.sentBefore} of them before: ${closing.accepted} in time, ${closing.refused} told it had closed, ${closing.other} otherwise; ${closing.contradictions} contradictions`);
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchIntake();
