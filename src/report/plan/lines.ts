/** A list's lines, each made when it is first asked for and then kept: of a list too long to be shown few are made. */
export interface Lines {
  readonly total: number;
  first(most: number): Iterable<string>;
}

export function linesOf<T>(items: readonly T[], line: (item: T) => string): Lines {
  const made: string[] = [];
  return {
    total: items.length,
    *first(most) {
      let index = 0;
      for (const item of items) {
        if (index >= most) return;
        yield (made[index] ??= line(item));
        index += 1;
      }
    },
  };
}

/**
 * Blocks of lines as one text, an empty line between them; a block without lines is left out. Null as soon as the text
 * is longer than so many UTF-16 units, without asking for the lines after.
 * @throws RangeError where the limit lets it be longer than a string can be
 */
export function textWithin(limit: number, blocks: Iterable<Iterable<string>>): string | null {
  const lines: string[] = [];
  let length = 0;
  for (const block of blocks) {
    let separator = lines.length === 0 ? [] : [''];
    for (const line of block) {
      length += separator.length + line.length + 1;
      if (length > limit) return null;
      lines.push(...separator, line);
      separator = [];
    }
  }
  return `${lines.join('\n')}\n`;
}
