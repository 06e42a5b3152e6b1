/** The public library. */
export {};
