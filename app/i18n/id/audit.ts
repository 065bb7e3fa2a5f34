export const audit = {};

export const auditErrors = {};
