import nodemailer from "nodemailer";

export type Mailer = {
  send: (mail: { to: string; subject: string; text: string; messageId: string }) => Promise<void>;
  close: () => void;
};

/** Milliseconds a silent mail server may hold the worker up. */
const patience = 10_000;

/** Speaks SMTP with the server of `url` (`smtp://user:password@host:587`); `host` names the sender's side in message ids. */
export function openMailer(settings: { url: string; from: string; host: string }): Mailer {
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport = nodemailer.createTransport({ url: settings.url, ...timeouts }, { from: settings.from });
  return {
    send: async ({ to, subject, text, messageId }) => {
      await transport.sendMail({ to, subject, text, messageId: `<${messageId}@${settings.host}>` });
    },
    close: () => void transport.close(),
  };
}
