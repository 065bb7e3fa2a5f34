export const screening = {};

export const screeningErrors = {};
