import nodemailer from "nodemailer";

export type Mailer = {
  /** Rejects with nodemailer's error, which carries the server's `responseCode` and the `command` it answered. */
  send: (mail: {
    to: string;
    subject: string;
    text: string;
    html: string;
    messageId: string;
    unsubscribe: string | null;
  }) => Promise<void>;
  close: () => void;
};

/** Milliseconds a silent mail server may hold the worker up. */
const patience = 10_000;

/**
 * Speaks SMTP with the server of `url` (`smtp://user:password@host:587`); `host` names the sender's side in message ids. A letter
 * keeps its message id over every try, so that a server or reader can drop the second copy; no machine answers it (RFC 3834).
 */
export function openMailer(settings: { url: string; from: string; host: string }): Mailer {
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport = nodemailer.createTransport({ url: settings.url, ...timeouts }, { from: settings.from });
  return {
    send: async ({ messageId, unsubscribe, ...mail }) => {
      const headers = {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...(unsubscribe ? { "List-Unsubscribe": `<${unsubscribe}>` } : {}),
      };
      await transport.sendMail({ ...mail, headers, messageId: `<${messageId}@${settings.host}>`, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => void transport.close(),
  };
}
