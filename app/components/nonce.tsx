import { createContext, type ReactNode, useContext } from "react";

const NonceContext = createContext("");

/** Carries the page's script nonce to the few tags that need it; empty in the browser. */
export function NonceProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return <NonceContext.Provider value={nonce}>{children}</NonceContext.Provider>;
}

export const useNonce = (): string => useContext(NonceContext);
