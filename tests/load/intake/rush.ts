import Database from "better-sqlite3";
import { join } from "node:path";
import { Tally } from "#tests/load/intake/figures.ts";
import type { IntakeScene } from "#tests/load/intake/scene.ts";
import { sleep, submit } from "#tests/load/intake/traffic.ts";

type Waiting = { cookie: string; proposal: string };

/** Drafts ready to be submitted, taken from the agencies in turn; they are the scene's no longer. */
export function takeReady(scene: IntakeScene, count: number): Waiting[] {
  const taken: Waiting[] = [];
  while (taken.length < count) {
    const before = taken.length;
    for (const { cookie, ready } of scene.entrants) {
      const proposal = ready.pop();
      if (proposal !== undefined && taken.length < count) taken.push({ cookie, proposal });
    }
    if (taken.length === before) throw new Error("too few drafts were made ready");
  }
  return taken;
}

export type RushResult = { asked: number; accepted: number; refused: number; lost: number; seconds: number; tally: Tally };

/** Many clients submit the drafts, evenly over so many seconds; then what was acknowledged is looked up in the database. */
export async function runRush(
  given: { url: string; scene: IntakeScene },
  drafts: readonly Waiting[],
  { clients, seconds }: { clients: number; seconds: number },
): Promise<RushResult> {
  const tally = new Tally();
  const accepted: string[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let index = client; index < drafts.length; index += clients) {
        await sleep(started + (index / drafts.length) * seconds * 1_000 - performance.now());
        const { proposal, ...entrant } = drafts[index] as Waiting;
        if ((await submit({ ...given, tally }, entrant, proposal)) === 302) accepted.push(proposal);
      }
    }),
  );
  const taken = (performance.now() - started) / 1_000;
  const kept = submittedAmong(given.scene, accepted);
  return {
    ...{ asked: drafts.length, accepted: accepted.length, refused: drafts.length - accepted.length },
    ...{ lost: accepted.length - kept, seconds: taken, tally },
  };
}

function submittedAmong({ dataDir }: IntakeScene, ids: readonly string[]): number {
  const db = new Database(join(dataDir, "anugerah.db"), { readonly: true });
  try {
    const one = db.prepare(
      `select 1 from proposals p join submissions s on s.proposal_id = p.id where p.id = ? and p.status = 'submitted' and p.number is not null`,
    );
    return ids.filter((id) => one.get(id) !== undefined).length;
  } finally {
    db.close();
  }
}

export type ClosingResult = { sentBefore: number; accepted: number; refused: number; other: number; contradictions: number };

/**
 * Every client submits within two seconds around the very close; `sentBefore` is how many did so before it by their own clock,
 * which is this machine's. Contradictions: acknowledged but not there, there but
 * refused, or a time of submission at or after the close.
 */
export async function runClosing(given: { url: string; scene: IntakeScene }, drafts: readonly Waiting[]): Promise<ClosingResult> {
  const closesAt = Math.ceil(Date.now() / 1_000) * 1_000 + 4_000;
  closeRegistrationAt(given.scene, closesAt);
  const tally = new Tally();
  const answers = await Promise.all(
    drafts.map(async ({ proposal, ...entrant }, index) => {
      await sleep(closesAt - 1_000 + (2_000 * index) / drafts.length - Date.now());
      const sentAt = Date.now();
      return { proposal, sentAt, status: await submit({ ...given, tally }, entrant, proposal) };
    }),
  );
  const told = (status: number): string[] => answers.filter((answer) => answer.status === status).map(({ proposal }) => proposal);
  const [accepted, refused] = [told(302), told(409)];
  const db = new Database(join(given.scene.dataDir, "anugerah.db"), { readonly: true });
  const row = db.prepare("select submitted_at from proposals where id = ? and status = 'submitted'").pluck();
  const wrong = [
    ...accepted.filter((id) => ((row.get(id) as number | undefined) ?? closesAt) >= closesAt),
    ...refused.filter((id) => row.get(id) !== undefined),
  ];
  db.close();
  const sentBefore = answers.filter(({ sentAt }) => sentAt < closesAt).length;
  return { sentBefore, accepted: accepted.length, refused: refused.length, other: answers.length - accepted.length - refused.length, contradictions: wrong.length };
}

function closeRegistrationAt({ dataDir, editionId }: IntakeScene, closesAt: number): void {
  const db = new Database(join(dataDir, "anugerah.db"), { timeout: 5_000 });
  const text = db.prepare("select definition from editions where id = ?").pluck().get(editionId) as string;
  const definition = JSON.parse(text) as { stages: { kind: string; closesAt: number }[] };
  for (const stage of definition.stages) if (stage.kind === "registration") stage.closesAt = closesAt;
  db.prepare("update editions set definition = ? where id = ?").run(JSON.stringify(definition), editionId);
  db.close();
}
