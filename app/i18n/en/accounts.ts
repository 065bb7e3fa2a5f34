import type * as source from "#app/i18n/id/accounts.ts";
import type { Words } from "#app/i18n/shape.ts";

export const accounts: Words<typeof source.accounts> = {
  signIn: {
    title: "Sign in",
    lead: "Sign in with the account given by the secretariat or by your agency's local admin.",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    forgot: "Forgot your password",
    expired: "Your session has ended. Your text is safe on this device; sign in again to continue.",
    demoTitle: "Demo accounts",
    demoLead: "Every demo account has the password {password}.",
  },
  signOut: "Sign out",
  reset: {
    title: "Reset your password",
    lead: "Write your account's e-mail address. A link to set a new password will be sent there.",
    submit: "Send the link",
    sent: "If that address has an account, the link has been sent. It works for two hours.",
  },
  invitation: {
    title: "Activate your account",
    resetTitle: "Set a new password",
    lead: "The account {email} has been prepared for you. Set a password to begin.",
    name: "Full name",
    password: "New password",
    passwordHint: "At least 12 characters. A short sentence you remember is better than a complicated word.",
    submit: "Activate account",
    resetSubmit: "Save password",
    until: "The link works until {time}.",
  },
  profile: {
    title: "My account",
    name: "Full name",
    email: "E-mail",
    locale: "Language",
    localeId: "Bahasa Indonesia",
    localeEn: "English",
    submit: "Save account",
    saved: "Account saved.",
    passwordTitle: "Change password",
    currentPassword: "Present password",
    newPassword: "New password",
    passwordSubmit: "Change password",
    passwordSaved: "Password changed.",
  },
  home: {
    title: "Your workplaces",
    lead: "Choose where you work today.",
    agencies: "Agencies",
    editions: "Editions",
    system: "System",
    empty: "Your account holds no seat and belongs to no agency yet. Ask the edition's secretariat.",
  },
};

export const accountsErrors: Words<typeof source.accountsErrors> = {
  badCredentials: "The e-mail address or the password is wrong. Check both, or ask for a link to a new password.",
  throttled: "Too many attempts. Try again in {minutes} minutes.",
  wrongPassword: "The present password is wrong. Your password has not changed.",
  emailTaken: "{email} already has an account. Use another address.",
  invitationUnknown: "This link is not known. Ask whoever invited you for a new invitation.",
  invitationUsed: "This link has been used. Sign in with your password, or ask for a new link.",
  invitationExpired: "This link has expired. Ask whoever invited you for a new invitation.",
  notAllowed: "Your account does not hold the seat this needs. Nothing has changed.",
  signInRequired: "Sign in first.",
};
