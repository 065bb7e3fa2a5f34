export const assignment = {};

export const assignmentErrors = {};
