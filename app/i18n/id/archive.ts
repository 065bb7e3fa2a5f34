export const archive = {};

export const archiveErrors = {};
