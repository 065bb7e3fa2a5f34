import type * as source from "#app/i18n/id/notifications.ts";
import type { Words } from "#app/i18n/shape.ts";

export const notifications: Words<typeof source.notifications> = {
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
    listProvisional: {
      subject: "Provisional list {list}: proposal {number}",
      body: "Dear {name},\n\nProposal {number} \"{title}\" stands on the provisional list {list}. The list is under public examination until {until} and is not final yet.\n\n{link}",
    },
    listFinal: {
      subject: "Final list {list}: proposal {number}",
      body: "Dear {name},\n\nProposal {number} \"{title}\" stands on the final list {list} under decree {decree}.\n\n{link}",
    },
    interviewScheduled: {
      subject: "Interview of proposal {number}",
      body: "Dear {name},\n\nThe interview of proposal {number} \"{title}\" is set for {time} ({editionTime} in the edition's zone). Confirm it before {until} through this link.\n\n{link}",
    },
    objectionReceived: {
      subject: "Objection {number} received",
      body: "Dear {name},\n\nYour objection to the list {list} has been received under number {number}. The decision will be sent to this address.",
    },
    objectionUpheld: {
      subject: "Objection {number} upheld",
      body: "Dear {name},\n\nObjection {number} has been upheld, with this decision.\n\n{decision}",
    },
    objectionRejected: {
      subject: "Objection {number} rejected",
      body: "Dear {name},\n\nObjection {number} has been rejected, with this decision.\n\n{decision}",
    },
    certificateIssued: {
      subject: "Certificate issued: {title}",
      body: "Dear {name},\n\nThe certificate of {list} for the innovation \"{title}\" has been issued. Download it from the page of its proposal.\n\n{link}",
    },
    certificateRevoked: {
      subject: "Certificate {serial} revoked",
      body: "Dear {name},\n\nCertificate {serial} has been revoked for the following reason and is no longer valid.\n\n{reason}\n\n{link}",
    },
    screeningPassed: {
      subject: "Proposal {number} passed administrative screening",
      body: "Dear {name},\n\nProposal {number} \"{title}\" has passed administrative screening and goes on to assessment.\n\n{link}",
    },
    screeningFailed: {
      subject: "Proposal {number} did not pass administrative screening",
      body: "Dear {name},\n\nProposal {number} \"{title}\" did not pass administrative screening for this reason.\n\n{reason}\n\nThe particulars can be read through this link.\n\n{link}",
    },
    assigned: {
      subject: "Proposals for you to assess: {count}",
      body: "Dear {name},\n\nProposals given to you at the stage {stage}, {edition}: {count}. Open your queue through this link.\n\n{link}",
    },
    sheetReopened: {
      subject: "Score sheet of proposal {number} reopened",
      body: "Dear {name},\n\nThe chair has reopened your score sheet of proposal {number} for this reason.\n\n{reason}\n\nCorrect it and lock it again through this link.\n\n{link}",
    },
  },
  notices: {
    screeningPassed: "Proposal {number} \"{title}\" passed administrative screening.",
    screeningFailed: "Proposal {number} \"{title}\" did not pass administrative screening. The reason can be read.",
    assigned: "New proposals for you to assess at the stage {stage}, {edition}: {count}.",
    sheetReopened: "The score sheet of proposal {number} was reopened: {reason}",
    proposalHandedOver: "The draft \"{title}\" is waiting for your check.",
    proposalReturned: "The draft \"{title}\" was returned to the unit with a note.",
    proposalSubmitted: "The proposal \"{title}\" was submitted with the number {number}.",
    listProvisional: "Proposal {number} stands on the provisional list {list}, under public examination until {until}.",
    listFinal: "Proposal {number} stands on the final list {list}.",
    interviewScheduled: "The interview of proposal {number} is set for {time}. Confirm it before {until}.",
    certificateIssued: "The certificate of {list} for \"{title}\" has been issued.",
    certificateRevoked: "Certificate {serial} was revoked: {reason}",
  },
};

export const notificationsErrors: Words<typeof source.notificationsErrors> = {};
