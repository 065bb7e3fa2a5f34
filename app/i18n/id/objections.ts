export const objections = {};

export const objectionsErrors = {};
