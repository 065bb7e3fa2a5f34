import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/**
 * Gives for a path the part of a build that can answer it: the routes of its first segment that are no deeper than it is, with
 * their layouts, and those that stand for every path (home, not found). The router compiles its whole table anew at each match,
 * four times a page; with some 250 addresses that was a third of an answer's time. Slices are made once each and kept.
 */
export function sliceRoutes(build: ServerBuild): (pathname: string) => ServerBuild {
  const addresses = Object.values(build.routes)
    .filter(({ path, index }) => path !== undefined || index)
    .map(({ id }) => ({ id, ...reachOf(addressOf(build.routes, id)) }));
  const firsts = new Set(addresses.map(({ first }) => first));
  const deepest = Math.max(...addresses.map(({ least }) => least));
  const slices = new Map<string, ServerBuild>();
  return (pathname) => {
    const { first: named, least: deep } = reachOf(pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/"));
    const first = firsts.has(named) ? named : "";
    const depth = Math.min(deep, deepest);
    const key = `${first}/${depth}`;
    const known = slices.get(key);
    if (known) return known;
    const fitting = addresses.filter((one) => (one.first === first || one.first === "") && one.least <= depth);
    const slice = sliceOf(build, new Set(fitting.map(({ id }) => id)));
    slices.set(key, slice);
    return slice;
  };
}

/** First segment in lower case, as the router compares them, and the least number of segments; none = a path of anything. */
function reachOf(path: string): { first: string; least: number } {
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== "*");
  const [first = ""] = segments;
  return { first: first.startsWith(":") ? "" : decoded(first).toLowerCase(), least: segments.filter((segment) => !segment.endsWith("?")).length };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function addressOf(routes: Routes, id: string | undefined): string {
  const route = id === undefined ? undefined : routes[id];
  return route ? `${addressOf(routes, route.parentId)}/${route.path ?? ""}` : "";
}

function sliceOf(build: ServerBuild, ids: Set<string>): ServerBuild {
  for (const id of [...ids]) {
    for (let parent = build.routes[id]?.parentId; parent; parent = build.routes[parent]?.parentId) ids.add(parent);
  }
  const kept = <T>(routes: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
  return { ...build, routes: kept(build.routes), assets: { ...build.assets, routes: kept(build.assets.routes) } };
}
