export const interviews = {};

export const interviewsErrors = {};
