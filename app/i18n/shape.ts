/** The shape of a dictionary with its words left open: a translation must have exactly the keys of the source. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

type Join<P extends string, K extends string> = P extends "" ? K : `${P}.${K}`;

/** Dotted paths to every text of a dictionary. */
export type KeysOf<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? Join<P, K> : KeysOf<T[K], Join<P, K>>;
}[keyof T & string];
