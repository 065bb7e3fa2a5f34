/** What an agency has to do until when, or be at: `kind` is a key below `communications.calendar.kinds`. UTC ms. */
export type DueItem = {
  key: string;
  kind: "drafts" | "draft" | "correction" | "appeal" | "confirmation" | "interview";
  /** A deadline's end of its half-open window, or when an interview begins. */
  at: number;
  /** End of an interview; null for deadlines. */
  until: number | null;
  /** The proposal or the edition it is about. */
  about: string;
  /** Path of the page where it is done. */
  to: string;
};
