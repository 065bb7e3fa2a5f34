import type * as source from "#app/i18n/id/notifications.ts";
import type { Words } from "#app/i18n/shape.ts";

export const notifications: Words<typeof source.notifications> = {
  title: "Notices",
  empty: "No notices yet.",
  mails: {
    invited: {
      subject: "Invitation: {place}",
      body: "Dear {name},\n\nYou are invited as {place}. Activate your account through this link; it works for 14 days.\n\n{link}",
    },
    seated: {
      subject: "You have been added: {place}",
      body: "Dear {name},\n\nYour account is now registered as {place}. Sign in through this link.\n\n{link}",
    },
    passwordReset: {
      subject: "Link to a new password",
      body: "Dear {name},\n\nSet a new password through this link; it works for two hours. Ignore this letter if you did not ask for it.\n\n{link}",
    },
  },
  notices: {},
};

export const notificationsErrors: Words<typeof source.notificationsErrors> = {};
