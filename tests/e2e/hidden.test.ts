import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";
import { type Address, addresses, filled, isKnown, kindOf, pages } from "#tests/e2e/hidden/addresses.ts";
import { conflictedRoles, entriesInConflict, seatInConflict, wordsOf } from "#tests/e2e/hidden/conflicted.ts";
import { type Client, type Kind, kindNames, nobodysLike, plant, type Thing, thingsOf } from "#tests/e2e/hidden/things.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

type Person = {
  name: string;
  email: string | null;
  /** A place of the person's own, from which they may try the ids of others. */
  own: Partial<Record<"editionId" | "agencyId" | "proposalId", string>>;
  /** Whether the person may know nothing of the thing. */
  hidden: (kind: Kind, thing: Thing) => boolean;
  /** What may stand on no page of the person. */
  unsaid?: string[];
};

let product: Product;
let client: Client;
let people: Person[] = [];
const things = new Map<Kind, Thing[]>();
const cookies = new Map<string, string>();

/** What belongs to the running of an edition, its judging or its agencies, and to no evaluator. */
const notForEvaluators: readonly Kind[] = [
  ...(["draftEdition", "proposal", "unit", "comment", "appeal", "pair", "certificate", "appointment", "peopleImport", "registryImport", "seat", "upload"] as const),
  ...(["entryInvitation", "list", "listDocument", "objection", "announcement", "extension", "mail", "user", "erasure", "conflict"] as const),
];
const personal: readonly Kind[] = ["notice", "session"];

beforeAll(async () => {
  product = await startProduct(["--demo"]);
  client = openDatabase(join(product.dataDir, "anugerah.db")).$client;
  people = makePeople();
  for (const kind of kindNames) things.set(kind, thingsOf(client, kind));
  for (const { name, email } of people) if (email) cookies.set(name, await signIn(email));
  cookies.set("organiser", await signIn(emailOf("organiser")));
});

afterAll(async () => {
  client?.close();
  await product?.stop();
});

const one = (sql: string, ...values: string[]): string => (client.prepare(sql).pluck().get(...values) as string | undefined) ?? "";
const emailOf = (key: string): string => demoAccounts.find((account) => account.key === key)?.email ?? "";
const userOf = (key: string): string => one("select id from users where email = ?", emailOf(key));

function makePeople(): Person[] {
  const editionId = one("select id from editions where status = 'open'");
  const earlierId = one("select id from editions where status = 'closed'");
  const agencyId = one("select agency_id from agency_members where user_id = ?", userOf("writer"));
  const proposalId = one("select id from proposals where agency_id = ? and edition_id = ?", agencyId, editionId);
  const foreign = client.prepare("select id, agency_id as agencyId from proposals where agency_id <> ? and edition_id = ? and reach = 'draft' order by id").get(agencyId, editionId) as { id: string; agencyId: string };
  plant(client, { editionId, earlierId, proposalId: foreign.id, agencyId: foreign.agencyId, userId: userOf("organiser") });
  const stranger = addPerson("stranger");
  const elsewhere = addPerson("elsewhere");
  const seat = "insert into seats (id, edition_id, user_id, role, organisation, created_at) values (?, ?, ?, 'organiser', 'Panitia', 1)";
  client.prepare(seat).run(`seat_${"7".repeat(20)}`, earlierId, elsewhere.id);
  const ofOthers = (own: string) => (kind: Kind, thing: Thing): boolean =>
    personal.includes(kind) ? thing.userId !== own : kind !== "edition" && thing.agencyId !== agencyId;
  const evaluator = userOf("evaluator1");
  const own = { editionId, agencyId, proposalId };
  return [
    { name: "visitor", email: null, own, hidden: () => true },
    { name: "stranger", email: stranger.email, own, hidden: (_kind, { userId }) => userId !== stranger.id },
    { name: "writer", email: emailOf("writer"), own, hidden: ofOthers(userOf("writer")) },
    { name: "agencyAdmin", email: emailOf("agencyAdmin"), own, hidden: ofOthers(userOf("agencyAdmin")) },
    {
      ...{ name: "evaluator", email: emailOf("evaluator1"), own },
      hidden: (kind, { userId }) => notForEvaluators.includes(kind) || ((personal.includes(kind) || kind === "assignment" || kind === "sheet") && userId !== evaluator),
    },
    {
      ...{ name: "organiser of another edition", email: elsewhere.email, own: { ...own, editionId: earlierId } },
      hidden: (kind, thing) => (personal.includes(kind) ? thing.userId !== elsewhere.id : thing.editionId !== null && thing.editionId !== earlierId),
    },
    ...makeConflicted({ editionId, earlierId, agencyId, draftId: foreign.id }, own),
  ];
}

function makeConflicted(at: { editionId: string; earlierId: string; agencyId: string; draftId: string }, own: Person["own"]): Person[] {
  const entries = entriesInConflict(client, at);
  const unsaid = wordsOf(client, entries);
  const hidden: Person["hidden"] = (_kind, { proposalId }) => entries.some(({ id }) => id === proposalId);
  return conflictedRoles.map((role) => {
    const { id, email } = addPerson(role);
    seatInConflict(client, entries, { id, role });
    return { name: `${role} in conflict`, email, own, hidden, unsaid };
  });
}

function addPerson(name: string): { id: string; email: string } {
  const [id, email] = [`usr_${name}`.padEnd(24, "0"), `${name}@latihan.invalid`];
  const hash = one("select password_hash from users where id = ?", userOf("writer"));
  client.prepare("insert into users (id, email, name, password_hash, locale, system_role, created_at) values (?, ?, ?, ?, 'id', 'none', 1)").run(id, email, name, hash);
  return { id, email };
}

async function signIn(email: string): Promise<string> {
  const headers = { Origin: product.url, "Content-Type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ email, password: demoPassword }).toString();
  const answer = await fetch(`${product.url}/sign-in`, { method: "POST", redirect: "manual", headers, body });
  expect([email, answer.status]).toEqual([email, 302]);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

type Asked = { person: Person; path: string; method: "GET" | "POST"; id: string };

/** The instant at which a page was made, which every page carries, and the demo's clock prints. */
const madeAt = /(now\\*",)\d{13}|( pukul )\d\d\.\d\d(?= WIB<\/span><\/summary>)|( value=")\d{4}-\d\d-\d\dT\d\d:\d\d(?="\/><button)/g;

function send({ person, path, method }: Omit<Asked, "id">): Promise<Response> {
  const headers: Record<string, string> = { Origin: product.url, Cookie: cookies.get(person.name) ?? "" };
  if (method === "POST") headers["Content-Type"] = "application/x-www-form-urlencoded";
  return fetch(product.url + path, { method, redirect: "manual", headers, ...(method === "POST" ? { body: "" } : {}) });
}

/** Status, headers and every byte, but for what each request has of its own: the id that was asked for, its number, instant and nonce. */
async function ask(asked: Asked): Promise<string> {
  const { id } = asked;
  const answer = await send(asked);
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("Content-Security-Policy") ?? "")?.[1] ?? "-";
  const own = ["date", "x-request-id", "etag", "content-length", "keep-alive", "connection"];
  const head = [...answer.headers].filter(([name]) => !own.includes(name)).map(([name, value]) => `${name}: ${value}`);
  const whole = [answer.status, ...head, await answer.text()].join("\n");
  return whole.replaceAll(madeAt, "$1$2$3NOW").replaceAll(nonce, "NONCE").replaceAll(encodeURIComponent(id), "ID").replaceAll(id, "ID");
}

/** The ways to ask for the thing: in its own place, and as if it belonged to the person's. */
function waysTo(pattern: string, { person, name, thing }: { person: Person; name: string; thing: Thing }): Record<string, string>[] {
  const place = { editionId: thing.editionId ?? person.own.editionId, agencyId: thing.agencyId ?? person.own.agencyId, proposalId: thing.proposalId ?? person.own.proposalId };
  const given = [place, person.own].map((at) => ({ ...at, [name]: thing.id }));
  const [first, second] = given.map((params) => filled(pattern, params));
  return first === second ? given.slice(0, 1) : given;
}

const known = new Map<string, Promise<string>>();

/** Answers to what does not exist are asked for once. */
function askNothing(asked: Asked): Promise<string> {
  const key = `${asked.person.name} ${asked.method} ${asked.path}`;
  const answer = known.get(key) ?? ask(asked);
  known.set(key, answer);
  return answer;
}

async function differencesOf(person: Person, { pattern, params, acts, shows }: Address): Promise<string[]> {
  const found: string[] = [];
  for (const name of params) {
    const kind = kindOf(pattern, name);
    const thing = kind && things.get(kind)?.find((one) => person.hidden(kind, one));
    if (!kind || !thing) continue;
    const nothing = nobodysLike(kind, thing.id);
    for (const given of waysTo(pattern, { person, name, thing })) {
      const [path, other] = [filled(pattern, given), filled(pattern, { ...given, [name]: nothing })];
      const asks = [...(shows ? [["GET", ""], ["GET", ".data"]] : []), ...(acts ? [["POST", ""], ["POST", ".data"]] : [])] as ["GET" | "POST", string][];
      for (const [method, ending] of asks) {
        const [seen, unseen] = await Promise.all([ask({ person, method, path: path + ending, id: thing.id }), askNothing({ person, method, path: other + ending, id: nothing })]);
        if (seen !== unseen) found.push(`${person.name}: ${method} ${path}${ending} (${name}): ${firstDifference(seen, unseen)}`);
      }
    }
  }
  return found;
}

/** Pages of either edition, of things the person may know, on which something unsaid stands. */
async function mentionsOf(person: Person): Promise<string[]> {
  const editions = client.prepare("select id from editions where status in ('open', 'closed')").pluck().all() as string[];
  const found: string[] = [];
  for (const editionId of editions) found.push(...(await mentionsIn(editionId, person)));
  return found;
}

async function mentionsIn(editionId: string, person: Person): Promise<string[]> {
  const found: string[] = [];
  for (const { pattern, params } of pages()) {
    const ids = params.flatMap((name): [string, string | undefined][] => {
      const kind = kindOf(pattern, name);
      return kind ? [[name, kind === "edition" ? editionId : shownOf(person, kind, editionId)]] : [];
    });
    if (ids.some(([, id]) => id === undefined)) continue;
    const path = filled(pattern, Object.fromEntries(ids) as Record<string, string>);
    const answer = await (await send({ person, method: "GET", path })).text();
    found.push(...(person.unsaid ?? []).filter((word) => answer.includes(word)).map((word) => `${person.name}: ${path} says ${word}`));
  }
  return found;
}

const shownOf = (person: Person, kind: Kind, editionId: string): string | undefined =>
  things.get(kind)?.find((thing) => !person.hidden(kind, thing) && (thing.editionId === null || thing.editionId === editionId))?.id;

/** Where two answers part, with a few letters of each. */
function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at] && at < one.length) at += 1;
  const from = Math.max(0, at - 40);
  return JSON.stringify([one.slice(0, 3), one.slice(from, at + 80), other.slice(0, 3), other.slice(from, at + 80)]);
}

const conflicted = conflictedRoles.map((role) => `${role} in conflict`);
const named = ["visitor", "stranger", "writer", "agencyAdmin", "evaluator", "organiser of another edition", ...conflicted];

describe("what exists and is not yours", () => {
  it("is asked for by every parameter of the table of routes, and every kind of thing stands in the product", () => {
    const parameters = [...new Set(addresses().flatMap(({ params }) => params))];
    expect(parameters.filter((name) => !isKnown(name))).toEqual([]);
    expect(kindNames.filter((kind) => things.get(kind)?.length === 0)).toEqual([]);
    expect(people.map(({ name }) => name)).toEqual(named);
  });

  for (const name of named) {
    it(`is answered to the ${name} in the same bytes as what does not exist: page, data and download, read and act`, { retry: 0 }, async () => {
      const person = people.find((one) => one.name === name) as Person;
      const found: string[] = [];
      for (const address of addresses()) found.push(...(await differencesOf(person, address)));
      expect(found).toEqual([]);
    });
  }

  for (const name of conflicted) {
    it(`stands, for the ${name}, on no page of an edition`, { retry: 0 }, async () => {
      expect(await mentionsOf(people.find((one) => one.name === name) as Person)).toEqual([]);
    });
  }

  it("stands there for a colleague without a conflict", async () => {
    const [{ own, hidden, unsaid = [] }] = people.filter(({ name }) => name === "organiser in conflict") as [Person];
    const said = await mentionsOf({ name: "organiser", email: emailOf("organiser"), own, hidden, unsaid });
    const entries = unsaid.filter((word) => word.startsWith("prop_") && one("select reach from proposals where id = ?", word) !== "draft");
    expect([entries.length, entries.filter((id) => !said.some((mention) => mention.endsWith(id)))]).toEqual([2, []]);
  });
});

describe("the menu of an edition's office", () => {
  it.each(["organiser", "chair", "signatory", "auditor"])("leads the %s to every page of it that opens, and to no other", async (key) => {
    const base = `/organiser/editions/${one("select id from editions where status = 'open'")}`;
    const whole = await menuOf("organiser", base);
    const answers = await Promise.all(whole.map((path) => sendAs(key, path)));
    expect(await menuOf(key, base)).toEqual(whole.filter((_path, at) => answers[at]?.status === 200));
  });
});

async function sendAs(key: string, path: string): Promise<Response> {
  if (!cookies.has(key)) cookies.set(key, await signIn(emailOf(key)));
  return fetch(product.url + path, { redirect: "manual", headers: { Cookie: cookies.get(key) ?? "" } });
}

async function menuOf(key: string, base: string): Promise<string[]> {
  const page = await (await sendAs(key, base)).text();
  const menu = /<nav class="side"[^]*?<\/nav>/.exec(page)?.[0] ?? "";
  return [...menu.matchAll(/href="([^"]+)"/g)].map(([, path]) => path ?? "");
}
