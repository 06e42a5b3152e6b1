/** Lengths up to which names are compared: suggestions are for people's typing. */
const LONGEST = 100;
/** Lookups after which no more suggestions are worked out, so that a file full of unknown names stays cheap. */
const LOOKUPS = 200;

/** The candidate nearest to a text by edits of one character; null where none is near. */
export type Nearest = (text: string) => string | null;

/** The edits that a text may be away from what it is taken for: a third of its characters. */
const THIRD = (text: string): number => Math.max(1, Math.floor(text.length / 3));

/** The edits of a slip: names that differ by more may both be meant, and so may names of one or two letters. */
const SLIP = (text: string): number => {
  if (text.length < 3) return 0;
  return text.length < 8 ? 1 : 2;
};

/** The name that a text is a slip of; null where there is none. Names that differ in their digits alone are two names. */
export function slipOf(text: string, names: readonly string[]): string | null {
  const withoutDigits = (name: string): string => name.replace(/\d+/gu, '');
  const others = names.filter((name) => name === text || withoutDigits(name) !== withoutDigits(text));
  return nearest(text, [...others].sort(), SLIP(text));
}

/** Suggestions from a fixed set of names; each text is looked up once. */
export function nearestOf(candidates: Iterable<string>): Nearest {
  let names: readonly string[] | null = null;
  const known = new Map<string, string | null>();
  return (text) => {
    let found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= LOOKUPS || text.length > LONGEST) return null;
    names ??= [...candidates].filter(({ length }) => length <= LONGEST).sort();
    found = nearest(text, names, THIRD(text));
    known.set(text, found);
    return found;
  };
}

/** ` Did you mean "ada"?`, or nothing. */
export function suggestion(name: string | null): string {
  return name === null ? '' : ` Did you mean ${JSON.stringify(name)}?`;
}

function nearest(text: string, names: readonly string[], most: number): string | null {
  const folded = text.toLowerCase();
  let limit = most;
  let best: string | null = null;
  for (const name of names) {
    if (Math.abs(name.length - text.length) > limit) continue;
    const distance = editDistance(folded, name.toLowerCase(), limit);
    if (distance > limit || (distance === limit && best !== null)) continue;
    best = name;
    limit = distance;
    if (distance === 0) break;
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours; more than `limit` where it is exceeded. */
function editDistance(a: string, b: string, limit: number): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit + 1) return limit + 1;
    before = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
