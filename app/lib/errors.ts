/** A word of a message: text, a number, words in both languages, or an instant said in its zone. */
export type ErrorParam = string | number | { id: string; en: string } | { at: number; zone: string };
export type ErrorParams = Record<string, ErrorParam>;

/** Which kind of refusal: decides the HTTP status in respond() and nothing else. */
export type RefusalKind = "notFound" | "forbidden" | "conflict" | "invalid" | "signInRequired" | "tooMany";

/**
 * A refusal by a rule. `code` is `room.reason`; its words are the message `errors.room.reason` of the reader's language.
 * Throwing it inside a transaction rolls everything back.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly params: ErrorParams;

  constructor(code: string, options: { kind?: RefusalKind; params?: ErrorParams } = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.kind = options.kind ?? "invalid";
    this.params = options.params ?? {};
  }
}

export const notFound = (code: string): DomainError => new DomainError(code, { kind: "notFound" });

/** Throws `accounts.notAllowed` unless the policy said yes. Used by every operation before its rule. */
export function authorize(allowed: boolean): void {
  if (!allowed) throw new DomainError("accounts.notAllowed", { kind: "forbidden" });
}

/** One fault of one field: `code` is a message key below `form.`, the path is the field's name. */
export type FieldFault = { path: string; code: string; params: ErrorParams };

/** Input from outside that does not fit its schema; carries what was typed so that a form can give it back. */
export class InvalidInput extends Error {
  readonly faults: FieldFault[];
  readonly values: Record<string, string | string[]>;

  constructor(faults: FieldFault[], values: Record<string, string | string[]> = {}) {
    super(`invalid input: ${faults.map((fault) => `${fault.path} ${fault.code}`).join(", ")}`);
    this.name = "InvalidInput";
    this.faults = faults;
    this.values = values;
  }
}
