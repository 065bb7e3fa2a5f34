export const ranking = {};

export const rankingErrors = {};
