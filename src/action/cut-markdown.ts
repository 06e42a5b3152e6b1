/** Markdown cut between two lines, what it had folded closed again. */
export function cutMarkdown(text: string, limit: number): string {
  if (text.length <= limit) return text.trimEnd();
  const cut = text.slice(0, Math.max(0, text.lastIndexOf('\n', Math.max(0, limit - 200))));
  const open = count(cut, '<details>') - count(cut, '</details>');
  return `${cut.trimEnd()}\n- …${'\n\n</details>'.repeat(Math.max(0, open))}\n\nShortened to fit; the job summary has every line.`;
}

/** Lines that start so: nothing foreign stands at the start of a line. */
function count(text: string, start: string): number {
  return text.split('\n').filter((line) => line.startsWith(start)).length;
}
