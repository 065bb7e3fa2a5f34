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
    passwordChanged: {
      subject: "Your password was changed",
      body: "Dear {name},\n\nThe password of your account has just been changed and other sessions were ended. If it was not you, ask for a link to a new password at once and tell the secretariat.\n\n{link}",
    },
    emailCheck: {
      subject: "Verify your e-mail address",
      body: "Dear {name},\n\nShow that this address is yours through this link; it works for 24 hours. Ignore this letter if you did not ask for it.\n\n{link}",
    },
    emailChanged: {
      subject: "Your account's e-mail address was changed",
      body: "Dear {name},\n\nThe e-mail address of your account is now {email}. Letters go there from now on. If it was not you, tell the secretariat at once.",
    },
    emailInUse: {
      subject: "Your e-mail address already has an account",
      body: "Dear {name},\n\nSomebody asked for another account to use your e-mail address. Nothing has changed; the address stays with your account.\n\n{link}",
    },
    secondFactorOn: {
      subject: "Two-step verification is on",
      body: "Dear {name},\n\nTwo-step verification of your account has just been turned on and other sessions were ended. If it was not you, tell the secretariat at once.\n\n{link}",
    },
    secondFactorOff: {
      subject: "Two-step verification is off",
      body: "Dear {name},\n\nTwo-step verification of your account has just been turned off. If it was not you, change your password at once and tell the secretariat.\n\n{link}",
    },
    recoveryCodesRenewed: {
      subject: "New recovery codes were made",
      body: "Dear {name},\n\nNew recovery codes were made for your account; the old ones no longer work. If it was not you, change your password at once.\n\n{link}",
    },
    recoveryCodeUsed: {
      subject: "A recovery code was used",
      body: "Dear {name},\n\nA recovery code of your account was used. Codes left: {left}. Make new ones through this link when they run out.\n\n{link}",
    },
    invitedAgain: {
      subject: "Invitation to Anugerah",
      body: "Dear {name},\n\nA new link to activate your account; it works for 14 days and replaces the last one.\n\n{link}",
    },
    accountLocked: {
      subject: "Your account is locked",
      body: "Dear {name},\n\nA system admin locked your account for this reason.\n\n{reason}\n\nTell the secretariat if you think this is a mistake.",
    },
    accountUnlocked: {
      subject: "Your account is unlocked",
      body: "Dear {name},\n\nYou can sign in again with your password.\n\n{link}",
    },
    secondFactorReset: {
      subject: "Two-step verification was reset",
      body: "Dear {name},\n\nA system admin reset two-step verification of your account for this reason, and all sessions were ended.\n\n{reason}\n\nSet it up again through this link. If you did not ask for it, tell the secretariat at once.\n\n{link}",
    },
    systemRoleChanged: {
      subject: "The system role of your account was changed",
      body: "Dear {name},\n\nA system admin changed the system role of your account. Sign in to see it.\n\n{link}",
    },
    erasureRequested: {
      subject: "Your request for erasure was received",
      body: "Dear {name},\n\nYour request that your personal data be erased was received and waits for a system admin. You can withdraw it before it is answered.\n\n{link}",
    },
    erasureToDecide: {
      subject: "A request for erasure waits",
      body: "Dear {name},\n\nSomebody asks that their personal data be erased. Answer through this link.\n\n{link}",
    },
    erasureRefused: {
      subject: "Your request for erasure was refused",
      body: "Dear {name},\n\nYour request that your personal data be erased was refused for this reason.\n\n{note}\n\n{link}",
    },
    erasureDone: {
      subject: "Your personal data was erased",
      body: "Dear {name},\n\nYour name, e-mail and the secrets of your account were erased. The account cannot be used again. This is our last letter to you.",
    },
    passwordReset: {
      subject: "Link to a new password",
      body: "Dear {name},\n\nSet a new password through this link; it works for two hours. Ignore this letter if you did not ask for it.\n\n{link}",
    },
    proposalSubmitted: {
      subject: "Receipt of proposal {number}",
      body: "Dear {name},\n\nThe proposal \"{title}\" was received on {time}.\nReceipt number: {number}, version {version}.\nFingerprint of its content: {fingerprint}.\nSHA-256: {sha256}.\n\nThe receipt can be downloaded as a PDF through this link.\n\n{link}",
    },
    entryInvited: {
      subject: "Invitation to {group}, {edition}",
      body: "Dear {name},\n\nYour agency is invited to enter {group} of {edition} on the ground of this award.\n\n{reference}\n\nNote of the secretariat: {note}\n\nThe local admin can create its proposal through this link.\n\n{link}",
    },
    fileInfected: {
      subject: "A virus was found in the file {file}",
      body: "Dear {name},\n\nThe scan found {signature} in the file {file} of the proposal \"{title}\". Nobody can open that file any more. If the proposal has not been submitted, replace the file before registration closes. If it has been submitted, contact the secretariat.\n\n{link}",
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
    listRemoved: {
      subject: "Change of list {list}: proposal {number}",
      body: "Dear {name},\n\nProposal {number} \"{title}\" no longer stands on the new version of the list {list}, published because an objection was upheld. The published reason is as follows.\n\n{note}\n\nThe new version is under public examination again; objections can be filed during it.\n\n{link}",
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
    appointmentAsked: {
      subject: "Letter of appointment received: {agency}",
      body: "Dear {name},\n\nYour request to become local admin of {agency} has been received. The secretariat checks the letter of appointment and answers to this address.\n\nIgnore this letter if you did not ask for it.",
    },
    appointmentVerified: {
      subject: "You are verified as local admin of {agency}",
      body: "Dear {name},\n\nYour letter of appointment as local admin of {agency} has been verified. End of the term: {term}.\n\nIf your account is not active yet, the link to activate it comes in a letter of its own. If it is, sign in through the following link.\n\n{link}",
    },
    appointmentRefused: {
      subject: "Letter of appointment could not be accepted: {agency}",
      body: "Dear {name},\n\nYour letter of appointment as local admin of {agency} could not be accepted, for the following reason.\n\n{reason}\n\nA corrected letter can be handed in through the following link.\n\n{link}",
    },
    appointmentLapsed: {
      subject: "Request for access expired: {agency}",
      body: "Dear {name},\n\nYour request to become local admin of {agency} was not answered within 90 days and has expired. If your appointment still stands, ask again through the following link.\n\n{link}",
    },
    appointmentEnding: {
      subject: "Term of the local admin ends on {day}: {agency}",
      body: "Dear {name},\n\nYour term as local admin of {agency} ends on {day}. After that day your access ends; the proposals of the agency stay.\n\nIf you are appointed again, or somebody else takes your place, hand in a new letter of appointment before that day by this link.\n\n{link}",
    },
    appointmentEnded: {
      subject: "Term as local admin over: {agency}",
      body: "Dear {name},\n\nYour term as local admin of {agency} is over and your access has ended. If you are appointed again, hand in the new letter of appointment through the following link.\n\n{link}",
    },
    certificateIssued: {
      subject: "Certificate issued: {title}",
      body: "Dear {name},\n\nThe certificate of {list} for the innovation \"{title}\" has been issued. Download it from the page of its proposal.\n\n{link}",
    },
    certificateRevoked: {
      subject: "Certificate {serial} revoked",
      body: "Dear {name},\n\nCertificate {serial} has been revoked for the following reason and is no longer valid.\n\n{reason}\n\n{link}",
    },
    screeningReturned: {
      subject: "Please correct proposal {number} by {until}",
      body: "Dear {name},\n\nThe screeners of {edition} ask you to correct proposal {number} \"{title}\" by {until}.\n\n{reason}\n\nOpen the request by the link below. If the time runs out, the last version stands.\n\n{link}",
    },
    screeningExtended: {
      subject: "You have until {until} to correct proposal {number}",
      body: "Dear {name},\n\nThe time to correct proposal {number} \"{title}\" has been extended to {until}.\n\n{link}",
    },
    screeningLapsed: {
      subject: "The time to correct proposal {number} is over",
      body: "Dear {name},\n\nThe time to correct proposal {number} \"{title}\" ended {until} without a new submission. The version submitted last is being screened.\n\n{link}",
    },
    screeningFailedAppeal: {
      subject: "Proposal {number} did not pass administrative screening, you can appeal",
      body: "Dear {name},\n\nProposal {number} \"{title}\" did not pass administrative screening, for the following reasons.\n\n{reason}\n\nYour agency can appeal until {until} by the link below.\n\n{link}",
    },
    screeningUpheld: {
      subject: "The appeal for proposal {number} is upheld",
      body: "Dear {name},\n\nThe appeal for proposal {number} \"{title}\" is upheld. The proposal has passed administrative screening.\n\n{reason}\n\n{link}",
    },
    screeningDismissed: {
      subject: "The appeal for proposal {number} is dismissed",
      body: "Dear {name},\n\nThe appeal for proposal {number} \"{title}\" is dismissed on the following grounds. The decision stands.\n\n{reason}\n\n{link}",
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
    checkpoint: {
      subject: "Today's checkpoint of the audit log: {size} entries",
      body: "Dear {name},\n\nPlease keep this letter. The text below is the signed state of the audit log today. With it anybody can check later that no entry before it was changed.\n\n{note}\n\nHow to check it is explained behind this link.\n\n{link}",
    },
    readingsEnded: {
      subject: "Readings of yours that have ended: {count}",
      body: "Dear {name},\n\nReadings of yours that have ended at the stage {stage}, {edition}: {count}. You need not mark those proposals any more. Marks you have given are kept as history and do not count. Your queue as it is now stands behind the following link.\n\n{link}",
    },
    sheetReopened: {
      subject: "Score sheet of proposal {number} reopened",
      body: "Dear {name},\n\nThe chair has reopened your score sheet of proposal {number} for this reason.\n\n{reason}\n\nCorrect it and lock it again through this link.\n\n{link}",
    },
    extensionGranted: {
      subject: "More time until {until}",
      body: "Dear {name},\n\nThe secretariat of {edition} gives \"{title}\" until {until}, for this reason.\n\n{reason}\n\nThe age of an innovation is still counted back from the first close of registration.\n\n{link}",
    },
    extensionRevoked: {
      subject: "More time taken back: {title}",
      body: "Dear {name},\n\nThe extra time for \"{title}\" until {until} was taken back by the secretariat of {edition} for this reason. What was submitted within it stands.\n\n{reason}\n\n{link}",
    },
    announcement: {
      subject: "{title}",
      body: "Dear {name},\n\n{text}\n\nThe secretariat of {edition}\n\n{link}",
    },
    reminderWriters: {
      subject: "Reminder: {count} unfinished drafts, closing {until}",
      body: "Dear {name},\n\nYour drafts not yet submitted to {edition}: {count}. Registration closes {until}.\n\n{list}\n\nGo on here.\n\n{link}",
    },
    reminderAdmins: {
      subject: "Reminder: {count} drafts not submitted, closing {until}",
      body: "Dear {name},\n\nDrafts of {agency} not yet submitted to {edition}: {count}. Registration closes {until}. Only the local admin can submit.\n\n{list}\n\nCheck and submit here.\n\n{link}",
    },
    reminderScreeners: {
      subject: "Reminder: screening closes {until}",
      body: "Dear {name},\n\nProposals still wait for screening in {edition}. The stage {stage} closes {until}.\n\nOpen your queue here.\n\n{link}",
    },
    reminderAssessors: {
      subject: "Reminder: {count} score sheets are not locked",
      body: "Dear {name},\n\nYour score sheets in {edition} that are not locked: {count}. The stage {stage} closes {until}.\n\nOpen your queue here.\n\n{link}",
    },
    templateTest: {
      subject: "[Test] {title}",
      body: "{text}",
    },
  },
  notices: {
    extensionGranted: "More time for \"{title}\" until {until}: {reason}",
    extensionRevoked: "The extra time for \"{title}\" until {until} was taken back: {reason}",
    announcementRetracted: "The announcement \"{title}\" was taken back: {reason}",
    announcement: "Announcement of {edition}: {title}",
    reminderWriters: "Drafts not yet submitted to {edition}: {count}. Closing {until}.",
    reminderAdmins: "Drafts of {agency} not yet submitted to {edition}: {count}. Closing {until}.",
    reminderScreeners: "Proposals still wait for screening in {edition}. Closing {until}.",
    reminderAssessors: "Score sheets not locked in {edition}: {count}. Closing {until}.",
    screeningReturned: "Please correct proposal {number} \"{title}\" by {until}.",
    screeningExtended: "The time to correct proposal {number} has been extended to {until}.",
    screeningLapsed: "The time to correct proposal {number} is over. The last version stands.",
    screeningFailedAppeal: "Proposal {number} \"{title}\" did not pass administrative screening. You can appeal until {until}.",
    screeningUpheld: "The appeal for proposal {number} is upheld. It has passed administrative screening.",
    screeningDismissed: "The appeal for proposal {number} is dismissed. The grounds can be read.",
    screeningAppealed: "An appeal was filed for proposal {number} \"{title}\" and waits for a decision.",
    screeningPassed: "Proposal {number} \"{title}\" passed administrative screening.",
    screeningFailed: "Proposal {number} \"{title}\" did not pass administrative screening. The reason can be read.",
    assigned: "New proposals for you to assess at the stage {stage}, {edition}: {count}.",
    conflictDeclared: "{name} declared a conflict of interest. Look at it, and see whether its reading has been replaced.",
    assessorObjected: "{agency} objects to an assessor.",
    readingsDone: "Every reading handed out at the stage {stage}, {edition}, is locked: {count}. The stage may be closed or topped up.",
    readingsEnded: "Readings of yours that have ended at the stage {stage}, {edition}: {count}. You need not mark them any more.",
    sheetReopened: "The score sheet of proposal {number} was reopened: {reason}",
    appointmentArrived: "A letter of appointment of a local admin of {agency} is waiting to be checked.",
    termEnding: "Your term as local admin of {agency} ends on {day}. Hand in a new letter of appointment if you are appointed again.",
    termEndingOffice: "The term of a local admin of {agency} ends on {day}.",
    proposalHandedOver: "The draft \"{title}\" is waiting for your check.",
    entryInvited: "Your agency is invited to enter {group} on the ground of {reference}.",
    fileInfected: "A virus was found in the file {file} of \"{title}\". It is closed; replace it with a clean one.",
    proposalReturned: "The draft \"{title}\" was returned to the unit with a note.",
    proposalCommented: "There is a new comment on \"{title}\".",
    proposalSubmitted: "The proposal \"{title}\" was submitted with the number {number}.",
    listProvisional: "Proposal {number} stands on the provisional list {list}, under public examination until {until}.",
    listFinal: "Proposal {number} stands on the final list {list}.",
    listRemoved: "Proposal {number} no longer stands on the list {list}: {note}",
    interviewScheduled: "The interview of proposal {number} is set for {time}. Confirm it before {until}.",
    certificateIssued: "The certificate of {list} for \"{title}\" has been issued.",
    certificateRevoked: "Certificate {serial} was revoked: {reason}",
  },
};

export const notificationsErrors: Words<typeof source.notificationsErrors> = {
  letterUnknown: "There is no such letter.",
  letterWaits: "This letter still waits to be sent, so there is nothing to repeat.",
  letterRetracted: "The announcement in this letter has been retracted, so the letter is not sent again. Publish a new announcement if it is still needed.",
  letterSecret: "The secret link of this letter has been removed. Send a new invitation or link from the page it came from.",
  letterLeft: "This letter no longer waits, so it cannot be cancelled.",
  templateUnknown: "This letter has no wording that can be changed.",
  placeUnknown: "{{place}} is not known in this letter. Use only the parts listed below.",
  placeMissing: "{{place}} is missing. Without it the recipient is not told.",
  linkForeign: "The link {link} leaves this site. Use only addresses at {host}.",
  braceOpen: "A curly bracket stands alone. Write a part like {{example}}.",
};
