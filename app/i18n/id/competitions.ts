export const competitions = {};

export const competitionsErrors = {};
