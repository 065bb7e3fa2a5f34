export const showcase = {};

export const showcaseErrors = {};
