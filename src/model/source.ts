/** A place in a file. `file` is relative to the folder of rolecall.yaml, with `/`; line and column start at 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
