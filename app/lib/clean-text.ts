/** Signs that show nothing: zero-width spaces and joiners of words, soft hyphens, and controls other than line end and tab. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Controls of writing direction: they can make a text read otherwise than it is stored (Unicode TR 36, 3.7). */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Everything that looks like one space; the Hangul fillers are letters to Unicode and would join two words into one. */
const spaces = /[\u00a0\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]/gu;

/**
 * Joiners stay where they shape a word or an emoji: between letters of a script that joins them (Arabic, Indic scripts and the
 * like, never Latin, Greek or Cyrillic), and between the parts of one emoji.
 */
const letterJoiner = /(?<=(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d](?=(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{L})/u;
const emojiJoiner = /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/u;
const idleJoiner = new RegExp(`${letterJoiner.source}|${emojiJoiner.source}|([\\u200c\\u200d])`, "gu");

/**
 * A text as it is stored, compared, counted and printed: composed (NFC), with one kind of line end and of space, without signs
 * that nobody sees. Emoji, scripts written from the right, and line breaks stay. The same text twice changes nothing more.
 */
export const cleanText = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll(spaces, " ")
    .replaceAll(unseen, "")
    .replaceAll(directions, "")
    .replaceAll(idleJoiner, (joiner: string, idle: string | undefined) => (idle === undefined ? joiner : ""))
    .normalize("NFC");

/** The same for a name or a title: one line, single spaces, nothing around it. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, " ").trim();
