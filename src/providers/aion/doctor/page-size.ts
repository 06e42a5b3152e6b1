import type { ProbeAnswer } from '../../../http/probe.js';
import { answerWords, listIn } from './asking.js';

/** The largest page, not more than `wanted`: asked for, and sought where that is refused. */
export async function largestPage(
  wanted: number,
  ask: (rows: number) => Promise<ProbeAnswer>,
): Promise<{ readonly rows: number; readonly evidence: string }> {
  const answer = await ask(wanted);
  if ((answer.status ?? 500) >= 500)
    return { rows: wanted, evidence: `the largest page is unknown (${answerWords(answer)})` };
  const limit = cutTo(answer, wanted);
  if (limit === 0) return sought(wanted, answerWords(answer), ask);
  return limit < wanted
    ? { rows: limit, evidence: `a page of ${wanted} is cut to ${limit} rows` }
    : { rows: wanted, evidence: `a page of ${wanted} is answered` };
}

/** How many rows a page of so many was cut to, as far as its answer tells; 0 where it is refused. */
function cutTo(answer: ProbeAnswer, wanted: number): number {
  const list = listIn(answer);
  if (list === null) return 0;
  const { rows, total, pageSize } = list;
  if (pageSize !== null && pageSize > 0 && pageSize < wanted) return pageSize;
  const came = rows.length > 0 && total !== null && rows.length < total ? rows.length : wanted;
  return Math.min(came, wanted);
}

/** A page of one row is answered: between that and the one refused, the largest that is not. */
async function sought(
  refused: number,
  words: string,
  ask: (rows: number) => Promise<ProbeAnswer>,
): Promise<{ readonly rows: number; readonly evidence: string }> {
  let [answered, tooLarge] = [1, refused];
  while (tooLarge - answered > 1) {
    const middle = Math.floor((answered + tooLarge) / 2);
    if (listIn(await ask(middle)) === null) tooLarge = middle;
    else answered = middle;
  }
  return {
    rows: answered,
    evidence: `a page of ${refused} was answered ${words}, and ${answered} is the largest that is not`,
  };
}
