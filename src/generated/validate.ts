// Generated from schemas/validate.schema.json by `npm run generate`; do not edit.
/**
 * What `validate --format json` prints.
 */
export interface Validate {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * The findings, by file, line and column.
   */
  diagnostics: {
    /**
     * An error makes the files invalid.
     */
    severity: 'error' | 'warning';
    /**
     * Stable name of the finding, kebab-case; what programs decide on.
     */
    code: string;
    /**
     * For people.
     */
    message: string;
    /**
     * Path relative to the folder of rolecall.yaml, with /.
     */
    file: string;
    /**
     * Line, from 1.
     */
    line: number;
    /**
     * Column, from 1.
     */
    column: number;
  }[];
}
