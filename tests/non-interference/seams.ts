/** Which scope is broken now: a policy by its name, or a condition of a statement. */
export const broken: { policy: string | null; condition: RegExp | null } = { policy: null, condition: null };

/** The module with every function answering yes while its name is the broken one. */
export function leaky<M extends object>(module: M, otherwise: unknown = true): M {
  const wrapped = Object.entries(module).map(([name, value]: [string, unknown]): [string, unknown] => {
    const leaking = (...given: unknown[]): unknown => (broken.policy === name ? otherwise : (value as (...all: unknown[]) => unknown)(...given));
    return [name, typeof value === "function" ? leaking : value];
  });
  return Object.fromEntries(wrapped) as M;
}
