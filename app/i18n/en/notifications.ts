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
    proposalSubmitted: {
      subject: "Receipt of proposal {number}",
      body: "Dear {name},\n\nThe proposal \"{title}\" was received on {time}.\nReceipt number: {number}, version {version}.\nFingerprint of its content: {fingerprint}.\n\nThe receipt can be downloaded as a PDF through this link.\n\n{link}",
    },
    proposalReturned: {
      subject: "Draft returned: {title}",
      body: "Dear {name},\n\nThe local admin returned the draft \"{title}\" to the unit with this note.\n\n{note}\n\nEverything you entered is kept. Continue through this link.\n\n{link}",
    },
  },
  notices: {
    proposalHandedOver: "The draft \"{title}\" is waiting for your check.",
    proposalReturned: "The draft \"{title}\" was returned to the unit with a note.",
    proposalSubmitted: "The proposal \"{title}\" was submitted with the number {number}.",
  },
};

export const notificationsErrors: Words<typeof source.notificationsErrors> = {};
