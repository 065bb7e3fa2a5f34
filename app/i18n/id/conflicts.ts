export const conflicts = {};

export const conflictsErrors = {};
