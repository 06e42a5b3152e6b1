/** What one character of a path has to be: itself, or one of those a wildcard takes. */
type Step = (character: string) => boolean;

/**
 * A node of the graph that a glob becomes: a character leads over `step` to `next`, and nothing at all over `free`.
 * A wildcard takes no `/`, and no dot that begins a segment.
 */
interface Node {
  step: Step | null;
  isWildcard: boolean;
  next: number;
  readonly free: number[];
}

/** What has a meaning in globs; a path without any of it is a path. */
const SPECIAL = /[*?[{]/u;
const EXTENDED = /[@!+*?]\(/u;

/** Whether the text is more than a path. */
export function isGlob(text: string): boolean {
  return SPECIAL.test(text);
}

/** Why a glob is refused: it is too long, or has a form that only other tools understand. Null where it is in order. */
export function formProblem(text: string): string | null {
  if (text.length > MAX_GLOB) return `it is longer than ${MAX_GLOB} characters: split it into several globs`;
  const form = EXTENDED.exec(text)?.[0];
  return form === undefined
    ? null
    : `${form}…) is not understood: write {a,b} for alternatives, and a glob of its own that begins with ! for what is left out`;
}

/** Characters above which a glob is refused, so that the time it takes is bounded. */
const MAX_GLOB = 1000;
/** How much is remembered of the steps of a glob before it is all forgotten. */
const MAX_KNOWN = 100_000;

/**
 * Whether paths fit a glob: `**` any folders, `*` and `?` within a segment, `[a-z]` and `[!a-z]` one character, `{a,b}`
 * alternatives. All ways to fit are followed at once, a character at a time, so that the time is at most the product
 * of both lengths, whatever the glob.
 */
export function pathGlob(glob: string): (path: string) => boolean {
  const nodes = new GlobParser(Array.from(glob)).graph();
  const state = (from: readonly number[]): State => {
    const reached = withFree(nodes, from);
    return { nodes: [...reached], fits: reached.has(nodes.length - 1), known: new Map() };
  };
  const nothing = state([]);
  let start = state([0]);
  let states = new Map<string, State>();
  let known = 0;
  const after = ({ nodes: present }: State, character: string, hidden: boolean): State => {
    const reached = present.flatMap((at) => {
      const node = nodes[at];
      return node?.step?.(character) === true && !(hidden && node.isWildcard) ? [node.next] : [];
    });
    if (reached.length === 0) return nothing;
    const key = reached.join(' ');
    const found = states.get(key) ?? state(reached);
    if (!states.has(key)) known += found.nodes.length;
    states.set(key, found);
    return found;
  };
  const forget = (): void => {
    states = new Map();
    start = state([0]);
    known = 0;
  };
  return (path) => {
    let present = start;
    let before = '/';
    for (const character of path) {
      const hidden = character === '.' && before === '/';
      const step = hidden ? '/.' : character;
      let next = present.known.get(step);
      if (next === undefined) {
        if (known > MAX_KNOWN) forget();
        next = after(present, character, hidden);
        present.known.set(step, next);
        known += 1;
      }
      if (next === nothing) return false;
      present = next;
      before = character;
    }
    return present.fits;
  };
}

/** The nodes that a part of a path leads to, and what is known of the characters after it. */
interface State {
  readonly nodes: readonly number[];
  readonly fits: boolean;
  readonly known: Map<string, State>;
}

/** These nodes, and those that they lead to without a character. */
function withFree(nodes: readonly Node[], from: readonly number[]): ReadonlySet<number> {
  const found = new Set(from);
  for (const at of found) for (const next of nodes[at]?.free ?? []) found.add(next);
  return found;
}

const notSlash: Step = (character) => character !== '/';

/** Makes the graph of a glob. Its first node is the start, its last the end. */
class GlobParser {
  readonly #glob: readonly string[];
  readonly #nodes: Node[] = [];
  /** For each `{` that is closed and holds a comma: where it is closed. */
  readonly #braces: ReadonlyMap<number, number>;
  #at = 0;

  constructor(glob: readonly string[]) {
    this.#glob = glob;
    this.#braces = bracesIn(glob);
  }

  graph(): readonly Node[] {
    const start = this.#node();
    const end = this.#sequence(start, this.#glob.length);
    const last = this.#node();
    this.#nodes[end]?.free.push(last);
    return this.#nodes;
  }

  #node(): number {
    return this.#nodes.push({ step: null, isWildcard: false, next: 0, free: [] }) - 1;
  }

  #step(from: number, step: Step, isWildcard: boolean): number {
    const to = this.#node();
    Object.assign(this.#nodes[from] ?? {}, { step, isWildcard, next: to });
    return to;
  }

  #free(from: number, to: number): void {
    this.#nodes[from]?.free.push(to);
  }

  /** The graph from a node over the characters up to `until`, or to a comma or brace that ends an alternative. */
  #sequence(from: number, until: number): number {
    let at = from;
    while (this.#at < until) at = this.#next(at);
    return at;
  }

  #next(from: number): number {
    const character = this.#glob[this.#at] ?? '';
    const closed = this.#braces.get(this.#at);
    if (closed !== undefined) return this.#alternatives(from, closed);
    if (character === '*') return this.#stars(from);
    const set = character === '[' ? classAt(this.#glob, this.#at) : null;
    this.#at = set?.end ?? this.#at + 1;
    if (set !== null) return this.#step(from, set.step, true);
    if (character === '?') return this.#step(from, notSlash, true);
    return this.#step(from, (one) => one === character, false);
  }

  #alternatives(from: number, closed: number): number {
    const to = this.#node();
    while (this.#at < closed) {
      this.#at += 1;
      const start = this.#node();
      this.#free(from, start);
      this.#free(this.#sequence(start, this.#endOfAlternative(closed)), to);
    }
    this.#at = closed + 1;
    return to;
  }

  #endOfAlternative(closed: number): number {
    for (let at = this.#at; at < closed; at += 1) {
      const inner = this.#braces.get(at);
      if (inner !== undefined) at = inner;
      else if (this.#glob[at] === ',') return at;
    }
    return closed;
  }

  /** `*`, or `**` where it is a segment of its own, with the slash after it. */
  #stars(from: number): number {
    const start = this.#at;
    while (this.#glob[this.#at] === '*') this.#at += 1;
    const before = this.#glob[start - 1] ?? '/';
    const after = this.#glob[this.#at] ?? '/';
    const isSegment = '/{,'.includes(before) && '/,}'.includes(after);
    if (this.#at - start < 2 || !isSegment) return this.#anyText(from, true);
    const folders = this.#node();
    this.#free(from, folders);
    if (this.#glob[this.#at] !== '/') return this.#anyPath(folders);
    this.#at += 1;
    const inFolder = this.#anyText(folders, false);
    Object.assign(this.#nodes[this.#step(inFolder, (one) => one === '/', false)] ?? {}, { free: [folders] });
    const to = this.#node();
    this.#free(folders, to);
    return to;
  }

  /** A loop of characters of one segment; at least one of them unless it may be none. */
  #anyText(from: number, orNone: boolean): number {
    const loop = this.#node();
    this.#free(from, loop);
    const taken = this.#step(loop, notSlash, true);
    this.#free(taken, loop);
    const to = this.#node();
    this.#free(taken, to);
    if (orNone) this.#free(loop, to);
    return to;
  }

  /** Segments up to the end of the path. */
  #anyPath(from: number): number {
    const segment = this.#anyText(from, true);
    const slash = this.#node();
    this.#free(segment, slash);
    this.#free(
      this.#step(slash, (one) => one === '/', false),
      from,
    );
    return segment;
  }
}

/** Where each `{` is closed that holds a comma; any other brace stands for itself. */
function bracesIn(glob: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: { readonly at: number; hasComma: boolean }[] = [];
  for (let at = 0; at < glob.length; at += 1) {
    const set = glob[at] === '[' ? classAt(glob, at) : null;
    if (set !== null) {
      at = set.end - 1;
      continue;
    }
    const last = open.at(-1);
    if (glob[at] === '{') open.push({ at, hasComma: false });
    else if (glob[at] === ',' && last !== undefined) last.hasComma = true;
    else if (glob[at] === '}' && last !== undefined) {
      open.pop();
      if (last.hasComma) found.set(last.at, at);
    }
  }
  return found;
}

/** The class that begins at a `[`, and the index after it; null where none is closed there. */
function classAt(
  glob: readonly string[],
  start: number,
): { readonly step: Step; readonly end: number } | null {
  let at = start + 1;
  const negated = glob[at] === '!' || glob[at] === '^';
  if (negated) at += 1;
  const first = at;
  const ranges: { readonly from: string; readonly to: string }[] = [];
  for (; glob[at] !== ']' || at === first; at += 1) {
    const from = glob[at];
    if (from === undefined || from === '/') return null;
    const to = glob[at + 1] === '-' && glob[at + 2] !== ']' ? glob[at + 2] : undefined;
    ranges.push({ from, to: to ?? from });
    if (to !== undefined) at += 2;
  }
  const within = (one: string) => ranges.some(({ from, to }) => from <= one && one <= to);
  return { step: (one) => one !== '/' && within(one) !== negated, end: at + 1 };
}
