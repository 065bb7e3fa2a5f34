export const scoring = {};

export const scoringErrors = {};
