/**
 * One figure of the bench: what was measured, what it came to and what it is to be.
 * @typedef {object} Figure
 * @property {string} bench
 * @property {string} what
 * @property {number} value
 * @property {string} unit '×' for a ratio
 * @property {number} target
 * @property {'at most' | 'at least' | 'exactly'} sense
 * @property {string} note what it was measured against, in absolute numbers
 */

/**
 * What a bench is given.
 * @typedef {object} Bench
 * @property {boolean} quick smaller and fewer
 * @property {string} cli the built command line
 */

/** @param {Figure} figure */
export function isMet({ value, sense, target }) {
  if (sense === 'at most') return value <= target;
  return sense === 'at least' ? value >= target : value === target;
}

/** @param {readonly Figure[]} figures */
export function tableOf(figures) {
  const rows = figures.map((figure) => [
    isMet(figure) ? 'met' : 'MISSED',
    figure.what,
    `${rounded(figure.value)} ${figure.unit}`,
    `${figure.sense} ${figure.target}`,
    figure.note,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** @param {number} value */
export function rounded(value) {
  return value >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000;
}

/**
 * The two sides of a ratio in words.
 * @param {string} theirName
 * @param {{ ours: number, theirs: number }} sides milliseconds
 */
export function against(theirName, { ours, theirs }) {
  return `${Math.round(ours)} ms against ${Math.round(theirs)} ms ${theirName}`;
}
