// Answers that come late: one timer for all of them, so that a server under load is late by what it states and no more.

/**
 * Runs what is given to it `ms` milliseconds later, in order. Whatever is due when the timer rings runs at once.
 * @param {number} ms
 * @returns {(answer: () => void) => void}
 */
export function latency(ms) {
  /** @type {{ due: number, answer: () => void }[]} */
  let waiting = [];
  let first = 0;
  let isSet = false;
  const ring = () => {
    const now = performance.now();
    for (let next = waiting[first]; next !== undefined && next.due <= now; next = waiting[first]) {
      first += 1;
      next.answer();
    }
    const next = waiting[first];
    if (next === undefined) {
      waiting = [];
      first = 0;
      isSet = false;
    } else setTimeout(ring, next.due - now);
  };
  return (answer) => {
    if (ms === 0) {
      answer();
      return;
    }
    waiting.push({ due: performance.now() + ms, answer });
    if (isSet) return;
    isSet = true;
    setTimeout(ring, ms);
  };
}
