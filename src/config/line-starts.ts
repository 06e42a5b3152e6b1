import type { Position } from './finding.js';

/** Where the lines of a text begin, for telling positions. */
export class LineStarts {
  readonly #starts: number[] = [];

  /** The next line begins at this offset. */
  add(offset: number): void {
    this.#starts.push(offset);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
