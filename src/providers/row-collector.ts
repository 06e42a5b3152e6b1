/** Problems of one list that are told one by one, at most. */
const mostProblems = 20;

/** Gathers the rows of a list page by page, with what is wrong with them. */
export class RowCollector<Row extends object> {
  readonly rows: Row[] = [];
  readonly problems: string[] = [];
  readonly #parse: (row: unknown) => Row | string;
  readonly #identity: ((row: Row) => string) | null;
  readonly #seen = new Set<string>();

  /**
   * @param parse a text says what is wrong with a row
   * @param identity what differs from row to row, as a message may name it; null where rows may be alike
   */
  constructor(parse: (row: unknown) => Row | string, identity: ((row: Row) => string) | null) {
    this.#parse = parse;
    this.#identity = identity;
  }

  /** Takes in a page. A row that is not understood, or that came before, is a problem and left out. */
  add(page: readonly unknown[]): void {
    for (const value of page) {
      const row = this.#parse(value);
      if (typeof row === 'string') this.problems.push(row);
      else this.#addRow(row);
    }
  }

  #addRow(row: Row): void {
    if (this.#identity !== null) {
      const identity = this.#identity(row);
      if (this.#seen.has(identity)) {
        this.problems.push(`${identity} is listed twice`);
        return;
      }
      this.#seen.add(identity);
    }
    this.rows.push(row);
  }
}

/** What goes wrong thousands of times is told of some. */
export function fewer(problems: readonly string[]): readonly string[] {
  if (problems.length <= mostProblems) return problems;
  return [...problems.slice(0, mostProblems), `and ${problems.length - mostProblems} more of this kind`];
}
