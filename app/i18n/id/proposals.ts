export const proposals = {};

export const proposalsErrors = {};
