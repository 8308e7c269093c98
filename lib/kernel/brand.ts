declare const brand: unique symbol;

/** A value that only one function mints: forgetting to call it does not compile. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
