export const agencies = {};

export const agenciesErrors = {};
