import { Refused } from "#app/cli/refusals.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { MessageKey, MessageParams, Translate } from "#app/i18n/translator.ts";

/** Most faults of a file that are named one by one. */
const named = 20;

/** Faults of a file that was read in, the first of them by line and field, the rest by their number. */
export class FileFaults {
  private readonly lines: string[] = [];
  private count = 0;

  constructor(
    private readonly path: string,
    private readonly t: Translate,
  ) {}

  add(at: { line: number; field: string; key: MessageKey; params?: MessageParams }): void {
    this.count += 1;
    if (this.count > named) return;
    this.lines.push(this.t("cli.files.fault", { line: String(at.line), field: at.field, words: this.t(at.key, at.params) }));
  }

  /** Refuses `cli.files.faulty` when there were any. */
  refuse(): void {
    if (this.count === 0) return;
    const rest = this.count - this.lines.length;
    if (rest > 0) this.lines.push(this.t("cli.files.more", { count: formatNumber(this.t.locale, rest) }));
    throw new Refused("cli.files.faulty", { file: this.path, count: formatNumber(this.t.locale, this.count), faults: this.lines.join("\n") });
  }
}
