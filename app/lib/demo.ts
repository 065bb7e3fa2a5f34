/** The demo's one password; the sign-in page of a demo shows it. It exists only where DEMO=1 filled the database. */
export const demoPassword = "latihan-anugerah";

/** Top-level domain that never leads anywhere (RFC 2606): where invented people get their letters. */
export const reservedDomain = "latihan.invalid";
