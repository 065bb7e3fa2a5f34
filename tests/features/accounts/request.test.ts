import { describe, expect, it } from "vitest";
import { setSystemRole } from "#app/features/accounts/administration/operations.server.ts";
import { proofLifetime } from "#app/features/accounts/sessions/rules.ts";
import { createEditionFrom } from "#app/features/competitions/operations.server.ts";
import { isWithheld } from "#app/lib/ctx.ts";
import { secondFactors } from "#db/schema/accounts.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { seats } from "#db/schema/competitions.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { makeLog } from "#app/lib/log.server.ts";
import { type LoadContext, publicCtx, requireCtx, requireFreshSign } from "#app/request.server.ts";
import { makeScene } from "#tests/features/accounts/scene.ts";
import { smallDefinition } from "#tests/features/competitions/small-definition.ts";
import { addAgency, addEntry } from "#tests/features/ranking/scene.ts";

type Scene = ReturnType<typeof makeScene>;

function servicesOf({ world, sessions }: Scene, env: Record<string, string> = {}): LoadContext {
  const { db, files, keys } = world.ctx;
  const shared = { config: readConfig(env), db, files, keys, sessions, log: makeLog("silent") };
  return { ...shared, requestId: "test", method: "GET", nonce: "", network: "::1", arrivedAt: Date.now(), addCookie: () => undefined };
}

const request = (path: string, sessionId: string, init: RequestInit = {}) =>
  new Request(`http://localhost${path}`, { ...init, headers: { Cookie: `anugerah_session=${sessionId}`, ...init.headers } });

/** Where work sends one instead, or "passed". */
async function sentTo(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "passed";
  } catch (answer) {
    if (!(answer instanceof Response)) throw answer;
    return answer.headers.get("Location") ?? String(answer.status);
  }
}

async function organiser() {
  const scene = makeScene();
  const userId = await scene.account();
  setSystemRole(scene.world.ctx, { userId, role: "organiser" });
  const { sessionId } = await scene.enter();
  return { ...scene, userId, sessionId };
}

describe("a second factor the configuration asks for", () => {
  it("leads its person to set it up before anything else, and takes every grant until then", async () => {
    const scene = await organiser();
    // A request has services of its own, as the server hands them out.
    const services = () => servicesOf(scene, { SECOND_FACTOR: "staff" });
    const visit = (path: string) => sentTo(requireCtx(request(path, scene.sessionId), services()));
    expect(await visit("/organiser")).toBe("/profile/second-factor");
    expect(await visit("/profile/second-factor/beginning")).toBe("passed");
    expect(await visit("/re-authentication")).toBe("passed");
    expect((await publicCtx(request("/", scene.sessionId), services())).actor?.grants).toEqual([]);
    scene.world.ctx.db.insert(secondFactors).values({ userId: scene.userId, secret: "x", createdAt: 1, confirmedAt: 1 }).run();
    expect(await visit("/organiser")).toBe("passed");
    expect((await publicCtx(request("/", scene.sessionId), services())).actor?.grants.length).toBe(1);
  });

  it("asks nothing where it is optional", async () => {
    const scene = await organiser();
    expect(await sentTo(requireCtx(request("/organiser", scene.sessionId), servicesOf(scene)))).toBe("passed");
  });
});

it("is looked up once for all loaders of a page, and anew once a form was sent", async () => {
  const scene = await organiser();
  const grantsOf = async (services: LoadContext) => (await publicCtx(request("/", scene.sessionId), services)).actor?.grants.length;
  const [page, form] = [servicesOf(scene), { ...servicesOf(scene), method: "POST" }];
  expect([await grantsOf(page), await grantsOf(form)]).toEqual([1, 1]);
  setSystemRole(scene.world.ctx, { userId: scene.userId, role: "none" });
  expect([await grantsOf(page), await grantsOf(form), await grantsOf(servicesOf(scene))]).toEqual([1, 0, 0]);
});

it("brings what is withheld from its person, so that rooms before the conflicts leave it out", async () => {
  const scene = await organiser();
  const { world, userId } = scene;
  const founder = world.as(world.person("Pendiri", "system::organiser"));
  const editionId = createEditionFrom(founder, { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
  world.ctx.db.insert(seats).values({ id: world.ctx.newId("seat"), editionId, userId, role: "organiser", organisation: "Sekretariat", createdAt: 1 }).run();
  const { agencyId } = addAgency(world, "Kabupaten Satu");
  const id = addEntry({ world, editionId } as Parameters<typeof addEntry>[0], { agencyId, number: 1 });
  const asked = async () => (await publicCtx(request("/", scene.sessionId), servicesOf(scene))).actor;
  expect(isWithheld(await asked(), { editionId, agencyId, id })).toBe(false);
  world.ctx.db.insert(agencyMembers).values({ agencyId, userId, role: "writer", unit: "Dinas", createdAt: Date.now(), removedAt: Date.now() }).run();
  expect(isWithheld(await asked(), { editionId, agencyId, id })).toBe(true);
});

describe("a weighty act", () => {
  it("passes for ten minutes after signing in, then sends to prove who it is and back to the page of the form", async () => {
    const scene = await organiser();
    const services = servicesOf(scene);
    const headers = { Referer: "http://localhost/organiser/editions/edn_x/lists/top99" };
    const act = () => sentTo(requireFreshSign(request("/organiser/editions/edn_x/lists/top99/approval", scene.sessionId, { method: "POST", headers }), services));
    expect(await act()).toBe("passed");
    scene.clock.now += proofLifetime;
    expect(await act()).toBe(`/re-authentication?to=${encodeURIComponent("/organiser/editions/edn_x/lists/top99?restored=1")}`);
  });

  it("never sends back to another site", async () => {
    const scene = await organiser();
    scene.clock.now += proofLifetime;
    const headers = { Referer: "http://example.org/x" };
    const act = sentTo(requireFreshSign(request("/profile/email", scene.sessionId, { method: "POST", headers }), servicesOf(scene)));
    expect(await act).toBe(`/re-authentication?to=${encodeURIComponent("/profile/email")}`);
  });
});

it("signs nobody in by a session that waits for its code", async () => {
  const scene = await organiser();
  scene.world.ctx.db.insert(secondFactors).values({ userId: scene.userId, secret: "x", createdAt: 1, confirmedAt: 1 }).run();
  const { sessionId, codeDue } = await scene.enter();
  const { actor } = await publicCtx(request("/", sessionId), servicesOf(scene));
  expect([codeDue, actor]).toEqual([true, null]);
});
