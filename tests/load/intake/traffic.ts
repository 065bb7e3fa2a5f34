import type { Tally } from "#tests/load/intake/figures.ts";
import type { Entrant, IntakeScene } from "#tests/load/intake/scene.ts";
import { seededRandom } from "#app/lib/random.ts";

type Asking = { url: string; scene: IntakeScene; tally: Tally };

const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)] as T;

/** One request of a person, timed until its last byte; anything but the expected status is counted as wrong. */
async function ask(given: Asking, name: string, path: string, init: RequestInit & { cookie: string; expect: number }): Promise<Response | null> {
  const { cookie, expect, ...rest } = init;
  const started = performance.now();
  try {
    const headers = { cookie, origin: given.url, ...rest.headers };
    const answer = await fetch(`${given.url}${path}`, { ...rest, headers, redirect: "manual" });
    await answer.arrayBuffer();
    given.tally.add(name, performance.now() - started);
    given.tally.names.set(answer.headers.get("x-request-id") ?? "", name);
    if (answer.status !== expect) given.tally.fail(`${name}: ${answer.status}`);
    return answer;
  } catch (error) {
    given.tally.fail(`${name}: ${(error as Error).message}`);
    return null;
  }
}

const sentences = ["Layanan mendatangi warga setiap pekan.", "Perubahan dicatat sesudahnya.", "Pelaksana dilatih setiap bulan."];

/** What people do while registration runs, and how often in a hundred requests. */
function deeds(given: Asking, random: () => number): { share: number; act: () => Promise<unknown> }[] {
  const { scene } = given;
  const list = `/organiser/editions/${scene.editionId}/entries`;
  const organiser = { cookie: scene.organiser, expect: 200 };
  // Whoever is in the site already asks for a page's data; one in ten comes from outside and gets the whole page.
  const page = (path: string): string => (random() < 0.1 ? path : path.replace(/(?=\?|$)/, ".data"));
  const draft = (): { entrant: Entrant; proposal: Entrant["ready"][number] } => {
    const entrant = pick(scene.entrants.filter(({ ready }) => ready.length > 0), random);
    return { entrant, proposal: pick(entrant.ready, random) };
  };
  // Each client writes in a draft of its own, as a person does, and submits others; its first text has revision 1.
  const mine = draft();
  mine.entrant.ready.splice(mine.entrant.ready.indexOf(mine.proposal), 1);
  let revision = 0;
  const invented = (): string => Array.from({ length: 3 + Math.floor(random() * 15) }, () => pick(sentences, random)).join(" ");
  return [
    { share: 15, act: () => ask(given, "list", page(`${list}?page=${1 + Math.floor(random() * 100)}`), organiser) },
    { share: 10, act: () => ask(given, "queue", page(`/screening/${scene.editionId}?page=${1 + Math.floor(random() * 20)}`), { cookie: scene.screener, expect: 200 }) },
    { share: 15, act: () => ask(given, "search", page(`${list}?search=${pick(["layanan", "desa", "Kota", "2026-01", "lansia"], random)}`), organiser) },
    { share: 15, act: () => ask(given, "filter", page(`${list}?kind=${pick(["kabupaten", "kota", "provinsi"], random)}&sort=agency&dir=desc`), organiser) },
    {
      share: 20,
      act: () => {
        const { entrant, proposal } = draft();
        return ask(given, "editor", page(`/proposals/${proposal}/edit`), { cookie: entrant.cookie, expect: 200 });
      },
    },
    {
      share: 20,
      act: () => {
        const { entrant, proposal } = mine;
        const values = { "base:ringkasan": String((revision += 1)), ringkasan: invented(), owner: entrant.email };
        const init = { method: "POST", body: new URLSearchParams(values), cookie: entrant.cookie, headers: { Accept: "application/json" }, expect: 200 };
        return ask(given, "autosave", `/proposals/${proposal}/sections/ringkasan`, init);
      },
    },
    {
      share: 5,
      act: () => {
        const entrant = pick(scene.entrants.filter(({ ready }) => ready.length > 1), random);
        return submit(given, entrant, entrant.ready.pop() as string);
      },
    },
  ];
}

/** Submits one draft as its form without script does; true when the answer was the receipt's redirect. */
export async function submit(given: Asking, { cookie }: Pick<Entrant, "cookie">, proposal: string, expect = 302): Promise<number | null> {
  const body = new URLSearchParams({ accepted: "yes" });
  const answer = await ask(given, "submit", `/proposals/${proposal}/submission`, { method: "POST", body, cookie, expect });
  return answer?.status ?? null;
}

/** So many clients, each asking once a second for so many seconds, whatever the answers take. */
export async function runTraffic(given: Asking, { clients, seconds }: { clients: number; seconds: number }): Promise<void> {
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const random = seededRandom(client + 1);
      const all = deeds(given, random);
      await sleep((1_000 * client) / clients);
      const started = performance.now();
      for (let turn = 0; turn < seconds; turn += 1) {
        await sleep(started + turn * 1_000 - performance.now());
        let place = random() * 100;
        await all.find(({ share }) => (place -= share) < 0)?.act();
      }
    }),
  );
}

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
