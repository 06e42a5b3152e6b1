/** Characters of a signing key: a shorter one could be guessed from what it signed. */
export const SHORTEST_KEY = 32;
