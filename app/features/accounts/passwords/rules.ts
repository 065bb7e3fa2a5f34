import { InvalidInput } from "#app/lib/errors.ts";

/** NIST SP 800-63B-4 section 3.1.1.2: length and a list of what is common, instead of composition rules. */
export const passwordMinimum = 12;
export const passwordMaximum = 256;

/** Words that stand in everybody's mind in front of this product. */
const productWords = ["anugerah", "latihan", "inovasi", "sinovik", "kipp", "instansi", "pelayanan", "publik", "indonesia", "sekretariat"];

/** `level` 0 to 4 after zxcvbn: below 10^3, 10^6, 10^8, 10^10 guesses, and more. `enough`: long enough and from 10^8 guesses on. */
export type Strength = { level: number; enough: boolean };

type Checker = (password: string, words: string[]) => { score: number };
let checker: Promise<Checker> | undefined;

/** Loaded when the first password is looked at: the word lists weigh more than a page. */
async function loadChecker(): Promise<Checker> {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-id"),
  ]);
  const dictionary = { ...common.dictionary, ...indonesian.dictionary };
  // What stands after the 48th letter can only make it stronger, and a long text takes long to take apart.
  const factory = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, maxLength: 48 });
  return (password, words) => factory.check(password, words);
}

/**
 * How many guesses a password would cost somebody who knows the commonest ones, Indonesian, and `about` whom it is (zxcvbn). What
 * is little more than such words is easy to guess, however many they are.
 */
export async function judgePassword(password: string, about: readonly string[]): Promise<Strength> {
  checker ??= loadChecker();
  const known = [...productWords, ...about.flatMap(wordsOf)];
  const { score } = (await checker)(password, known);
  const level = lettersBeside(password, known) < ownLetters ? Math.min(score, 1) : score;
  return { level, enough: level >= 3 && password.length >= passwordMinimum };
}

/** A name or an address and its parts from three letters on. */
const wordsOf = (text: string): string[] => [text, ...text.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2)];

/** Letters and figures that must stand in a password beside the words anybody would try first. */
const ownLetters = 5;

function lettersBeside(password: string, known: readonly string[]): number {
  const longestFirst = known.map((word) => word.toLowerCase()).toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, " "), password.toLowerCase());
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, "").length;
}

/**
 * Refuses a password beside its field: under 12 or over 256 characters, or one that would be guessed in under 10^8 tries.
 * `accepted` are taken as they are: a demo's one password, in a demo.
 */
export async function requireGoodPassword(
  password: string,
  { about, accepted }: { about: readonly string[]; accepted: readonly string[] },
): Promise<void> {
  if (accepted.includes(password)) return;
  if (password.length < passwordMinimum) throw fault("form.tooShort", { minimum: passwordMinimum });
  if (password.length > passwordMaximum) throw fault("form.tooLong", { maximum: passwordMaximum });
  const { enough } = await judgePassword(password, about);
  if (!enough) throw fault("accounts.strength.refused", {});
}

const fault = (code: string, params: Record<string, number>): InvalidInput => new InvalidInput([{ path: "password", code, params }]);
