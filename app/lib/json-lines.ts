/**
 * The line on which a value of a JSON text stands, by its path of keys and indexes; a key that is missing is looked for on the
 * line of what should hold it. The text must be JSON.
 */
export function linesOf(text: string): (path: readonly string[]) => number {
  return (path) => {
    const reader = new Reader(text);
    for (const key of path) if (!reader.enter(key)) break;
    return reader.line();
  };
}

/** Walks a JSON text from value to value without building it. */
class Reader {
  #at = 0;

  constructor(private readonly text: string) {
    this.#skipSpace();
  }

  line(): number {
    let line = 1;
    for (let at = this.text.indexOf("\n"); at >= 0 && at < this.#at; at = this.text.indexOf("\n", at + 1)) line += 1;
    return line;
  }

  /** Goes to a member or an item of the value it stands at; false, standing still, when there is none. */
  enter(key: string): boolean {
    const began = this.#at;
    const opening = this.text[this.#at];
    if (opening !== "{" && opening !== "[") return false;
    this.#step();
    for (let index = 0; this.#at < this.text.length && !"]}".includes(this.text[this.#at] as string); index += 1) {
      const name = opening === "[" ? String(index) : this.#name();
      if (name === key) return true;
      this.#skipValue();
      if (this.text[this.#at] === ",") this.#step();
    }
    this.#at = began;
    return false;
  }

  #name(): string {
    const from = this.#at;
    this.#skipString();
    const name = JSON.parse(this.text.slice(from, this.#at)) as string;
    this.#skipSpace();
    this.#step();
    return name;
  }

  #skipValue(): void {
    let depth = 0;
    do {
      const sign = this.text[this.#at] as string;
      if (sign === '"') this.#skipString();
      else {
        if ("{[".includes(sign)) depth += 1;
        if ("}]".includes(sign)) depth -= 1;
        this.#at += 1;
      }
    } while (this.#at < this.text.length && (depth > 0 || !",]}".includes(this.text[this.#at] as string)));
    this.#skipSpace();
  }

  #skipString(): void {
    for (this.#at += 1; this.text[this.#at] !== '"'; this.#at += 1) if (this.text[this.#at] === "\\") this.#at += 1;
    this.#at += 1;
  }

  #step(): void {
    this.#at += 1;
    this.#skipSpace();
  }

  #skipSpace(): void {
    while (" \n\r\t".includes(this.text[this.#at] ?? "x")) this.#at += 1;
  }
}
