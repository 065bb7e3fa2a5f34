/**
 * A number written plainly: at most nine digits before the point, and after it as many as another program wrote. No powers of
 * ten, no comma: what could be read in two ways is refused.
 */
export const isDecimal = (text: string): boolean => /^\s*-?\d{1,9}(?:\.\d{1,40})?\s*$/.test(text);
