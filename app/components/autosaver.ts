import type { KeptEntries } from "#app/components/kept-entries.ts";

/**
 * What became of a save. saved: acknowledged. refused: the server understood and said no; only a change helps. away, failed:
 * the network or the server was not there; tried again. signedOut: the person has to sign in first.
 */
export type Sent<A> = { kind: "saved" | "refused"; answer: A } | { kind: "away" | "failed" } | { kind: "signedOut"; message: string | null };

export type SavePhase = "idle" | "saving" | "saved" | "refused" | "away" | "failed" | "signedOut";

export type AutosaverParts<A> = {
  /** `leaving`: the page is about to go, the request has to outlive it. */
  send: (entries: KeptEntries, leaving: boolean) => Promise<Sent<A>>;
  read: () => KeptEntries | null;
  keep: (entries: KeptEntries) => void;
  forget: () => void;
  /** An answer that came, with what had been sent and whether more was typed since. */
  answered: (answer: A, sent: KeptEntries, typedSince: boolean) => void;
  changed: (phase: SavePhase) => void;
};

/** Milliseconds: from the last key to the save; longest wait while somebody types without a pause; to the copy on this device. */
export const pauses = { save: 1_200, longest: 8_000, keep: 250 };
const retries = { first: 1_500, longest: 15_000 };

/**
 * Sends what is typed into a form to the server, in order, one request at a time, and again until it is acknowledged. Whatever
 * has not been acknowledged lies on the device meanwhile. Knows nothing of React or of what the form is about.
 */
export class Autosaver<A> {
  readonly #parts: AutosaverParts<A>;
  #typed = 0;
  #acknowledged = 0;
  #kept = 0;
  #left = 0;
  #stopped = false;
  #waitsSince: number | null = null;
  #tries = 0;
  #running: Promise<SavePhase> | null = null;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #phase: SavePhase = "idle";

  constructor(parts: AutosaverParts<A>) {
    this.#parts = parts;
  }

  get isDirty(): boolean {
    return this.#typed > this.#acknowledged;
  }

  /** Something was typed. */
  touch(now: number): void {
    this.#typed += 1;
    this.#waitsSince ??= now;
    this.#keepTimer ??= setTimeout(() => this.keepNow(), pauses.keep);
    if (this.#phase === "signedOut") return;
    const left = Math.max(0, this.#waitsSince + pauses.longest - now);
    this.#later(Math.min(pauses.save, left));
  }

  /** Copies what is typed to this device at once. */
  keepNow(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    if (!this.isDirty || this.#kept === this.#typed) return;
    const entries = this.#parts.read();
    if (!entries) return;
    this.#kept = this.#typed;
    this.#parts.keep(entries);
  }

  /** Saves now whatever is not acknowledged; resolves with how it stands afterwards. */
  async flush(): Promise<SavePhase> {
    clearTimeout(this.#saveTimer);
    while (this.#running) await this.#running;
    if (!this.isDirty) return this.#phase;
    this.#running = this.#sendOnce(false).finally(() => (this.#running = null));
    return this.#running;
  }

  /** The page goes: a copy stays on the device, and a last request is sent that outlives the page. */
  leave(): void {
    this.keepNow();
    clearTimeout(this.#saveTimer);
    if (!this.isDirty || this.#left === this.#typed || this.#phase === "signedOut") return;
    this.#left = this.#typed;
    void this.#sendOnce(true);
  }

  /** The network is back, or the person signed in again: no more waiting. */
  resume(): Promise<SavePhase> {
    this.#tries = 0;
    if (this.#phase === "signedOut") this.#enter("idle");
    return this.isDirty ? this.flush() : Promise.resolve(this.#phase);
  }

  /** Nothing is tried again: what is not acknowledged waits on the device for the next page. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#saveTimer);
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
  }

  async #sendOnce(leaving: boolean): Promise<SavePhase> {
    const entries = this.#parts.read();
    if (!entries) return this.#phase;
    const sentUpTo = this.#typed;
    this.#waitsSince = null;
    if (!leaving) this.#enter("saving");
    const sent = await this.#parts.send(entries, leaving);
    this.#settle(sent, sentUpTo, entries);
    return this.#phase;
  }

  #settle(sent: Sent<A>, sentUpTo: number, entries: KeptEntries): void {
    if (sent.kind === "away" || sent.kind === "failed") {
      this.keepNow();
      this.#later(Math.min(retries.longest, retries.first * 2 ** this.#tries) * (0.8 + 0.4 * Math.random()));
      this.#tries += 1;
    } else {
      this.#tries = 0;
    }
    if (sent.kind === "saved") {
      this.#acknowledged = Math.max(this.#acknowledged, sentUpTo);
      if (!this.isDirty) this.#parts.forget();
    }
    if (sent.kind === "signedOut") this.keepNow();
    this.#enter(sent.kind);
    if (this.#stopped || (sent.kind !== "saved" && sent.kind !== "refused")) return;
    this.#parts.answered(sent.answer, entries, this.#typed > sentUpTo);
    if (this.#typed > sentUpTo) this.#later(pauses.save);
  }

  #later(delay: number): void {
    clearTimeout(this.#saveTimer);
    if (this.#stopped) return;
    this.#saveTimer = setTimeout(() => void this.flush(), delay);
  }

  #enter(phase: SavePhase): void {
    this.#phase = phase;
    if (!this.#stopped) this.#parts.changed(phase);
  }
}
