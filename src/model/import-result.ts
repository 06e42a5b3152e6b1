/** What an import read and wrote. */
export interface ImportResult {
  /** The files that were written, sorted by path, and whether they were there before. */
  readonly files: readonly { readonly path: string; readonly existed: boolean }[];
  /** Nothing was written, since the files would have errors then. */
  readonly refused: boolean;
  /** How much was read. */
  readonly scopes: number;
  readonly assignments: number;
  /** What the systems cannot list. */
  readonly notListed: readonly string[];
  /** What was found out on the way. */
  readonly notes: readonly string[];
  /** What could not be read, each cause once. */
  readonly unread: readonly string[];
  /** What no edit of the files can say. */
  readonly stuck: readonly string[];
  /** Files that were written and that `access` of the settings does not cover. */
  readonly uncovered: readonly string[];
}
