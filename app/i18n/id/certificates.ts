export const certificates = {};

export const certificatesErrors = {};
