import type * as source from "#app/i18n/id/agencies.ts";
import type { Words } from "#app/i18n/shape.ts";

export const agencies: Words<typeof source.agencies> = {
  kinds: {
    kementerian: "Ministry",
    lembaga: "State body",
    provinsi: "Province",
    kabupaten: "Regency",
    kota: "City",
    bumn: "State-owned enterprise",
    bumd: "Region-owned enterprise",
  },
  roles: { admin: "Local admin", writer: "Writer" },
  place: { admin: "local admin of {agency}", writer: "writer for {unit}, {agency}" },
};

export const agenciesErrors: Words<typeof source.agenciesErrors> = {
  unknown: "This agency does not exist, or you cannot see it. Nothing has changed.",
  codeTwice: "The code {code} appears twice. No agency was taken in; remove one of them and try again.",
  parentUnknown: "The parent {parent} of agency {code} is not known. No agency was taken in; correct the code and try again.",
  memberTaken: "The person with this e-mail is already a member of the agency. The membership has not changed; end it first if the role must change.",
  memberUnknown: "This person is not a member of the agency, or no longer is. Reload the page to see the present list.",
  lastAdmin: "This person is the only local admin; without one, nobody can submit a proposal. Invite another local admin first.",
};
