/** Columns a text takes on a terminal: code points, which is near enough for names. */
export function columns(text: string): number {
  return [...text].length;
}

/** Text filled up with spaces to a number of columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Text cut to a number of columns, with an ellipsis where something is missing. */
export function fit(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** The width of a column that holds these texts, at most `limit`. */
export function columnWidth(texts: readonly string[], limit: number): number {
  return texts.reduce((widest, text) => {
    const width = columns(text);
    return width <= limit ? Math.max(widest, width) : widest;
  }, 0);
}
