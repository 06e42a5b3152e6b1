/** What `init` wrote, and what comes next. */
export interface InitResult {
  /** Paths of the files that were written. */
  readonly written: readonly string[];
  /** Paths of files that were there, which stay as they are. */
  readonly kept: readonly string[];
  /** A file of code owners that was there, and what it should name. */
  readonly owners: { readonly path: string; readonly owned: readonly string[] } | null;
  /** Names of the variables to set. */
  readonly variables: readonly string[];
  /** Addresses of what to import first. */
  readonly addresses: readonly string[];
  /** The port of the sandbox that the settings name; null where they name the real systems. */
  readonly sandboxPort: number | null;
  /** The label of pull requests that have something left to apply. */
  readonly label: string;
}
