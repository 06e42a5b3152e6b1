/** The text between `<!-- begin NAME -->` and `<!-- end NAME -->`, by name. */
export function regionsOf(text: string): ReadonlyMap<string, string> {
  const regions = new Map<string, string>();
  for (const [, name = '', body = ''] of text.matchAll(/<!-- begin ([\w-]+) -->\n(.*?)<!-- end \1 -->/gsu)) {
    regions.set(name, body);
  }
  return regions;
}

/** The same text with one region's body replaced. */
export function withRegion(text: string, name: string, body: string): string {
  const [begin, end] = [`<!-- begin ${name} -->\n`, `<!-- end ${name} -->`];
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  if (start < 0 || stop < 0) throw new Error(`there is no region ${name}`);
  return text.slice(0, start + begin.length) + body + text.slice(stop);
}

/** A Markdown table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}

/** A fenced block. */
export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}
