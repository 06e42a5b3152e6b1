/** What has a meaning in globs; a path without any of it is a path. */
const SPECIAL = /[*?[{]/u;
/** Forms that only other tools understand. */
const EXTENDED = /[@!+*?]\(/u;
/** Characters above which a glob is refused, so that the time it takes is bounded. */
const MAX_GLOB = 1000;

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
    : `${form}…) is not supported: write {a,b} for alternatives, and a separate glob that begins with ! for exclusions`;
}

/**
 * Whether paths fit a glob: `**` any folders, `*` and `?` within a segment, `[a-z]` and `[!a-z]` one character, `{a,b}`
 * alternatives; no wildcard takes a dot that begins a segment. Each part of the glob passes over the path once, whatever
 * the glob, so that the time is at most the product of both lengths.
 */
export function pathGlob(glob: string): (path: string) => boolean {
  const characters = Array.from(glob);
  const parts = new GlobParser(characters).parts(characters.length);
  return (text) => {
    const path = Array.from(text);
    const start = Array.from({ length: path.length + 1 }, (_, at) => at === 0);
    return sequence(parts)(path, start).at(-1) === true;
  };
}

/** For each index of a path and the one after its end: whether what was read of the glob can end before it. */
type Reached = readonly boolean[];
/** Where a part of a glob can end, given where it can begin. */
type Part = (path: readonly string[], from: Reached) => Reached;

function sequence(parts: readonly Part[]): Part {
  return (path, from) => {
    let reached = from;
    for (const part of parts) {
      if (!reached.includes(true)) return reached;
      reached = part(path, reached);
    }
    return reached;
  };
}

function alternatives(parts: readonly Part[]): Part {
  return (path, from) => {
    const ends = parts.map((part) => part(path, from));
    return from.map((_, at) => ends.some((reached) => reached[at] === true));
  };
}

function literal(text: readonly string[]): Part {
  return (path, from) => {
    const fits = (start: number): boolean =>
      from[start] === true && text.every((character, index) => path[start + index] === character);
    return from.map((_, end) => fits(end - text.length));
  };
}

function oneCharacter(fits: (character: string) => boolean): Part {
  return (path, from) =>
    from.map((_, end) => from[end - 1] === true && isTaken(path, end - 1) && fits(path[end - 1] ?? ''));
}

/** `*`: any text of one segment. */
const anyText: Part = (path, from) => {
  const reached = [...from];
  for (const at of path.keys()) if (reached[at] === true && isTaken(path, at)) reached[at + 1] = true;
  return reached;
};

/** `**` at the end: any path. */
const anyPath: Part = (path, from) => {
  const reached = [...from];
  for (const [at, character] of path.entries()) {
    if (reached[at] === true && (character === '/' || isTaken(path, at))) reached[at + 1] = true;
  }
  return reached;
};

/** `**` and the slash after it: any number of folders, each with its slash. */
const anyFolders: Part = (path, from) => {
  const reached = [...from];
  let isInside = false;
  for (const [at, character] of path.entries()) {
    if (character === '/' && isInside) reached[at + 1] = true;
    isInside = (isInside || reached[at] === true) && isTaken(path, at);
  }
  return reached;
};

/** Whether a wildcard may take the character at an index. */
function isTaken(path: readonly string[], at: number): boolean {
  const beginsSegment = at === 0 || path[at - 1] === '/';
  return path[at] !== '/' && !(beginsSegment && path[at] === '.');
}

class GlobParser {
  /** For each `{` that is closed and holds a comma: where it is closed. */
  readonly #braces: ReadonlyMap<number, number>;
  #at = 0;

  constructor(private readonly glob: readonly string[]) {
    this.#braces = bracesIn(glob);
  }

  /** The parts up to an index. */
  parts(end: number): readonly Part[] {
    const parts: Part[] = [];
    while (this.#at < end) parts.push(this.#part(end));
    return parts;
  }

  #part(end: number): Part {
    const start = this.#at;
    const closed = this.#braces.get(start);
    if (closed !== undefined) return this.#alternatives(closed);
    if (this.glob[start] === '*') return this.#stars();
    const set = this.glob[start] === '[' ? classAt(this.glob, start) : null;
    this.#at = set?.end ?? start + 1;
    if (set !== null) return oneCharacter(set.fits);
    if (this.glob[start] === '?') return oneCharacter(() => true);
    while (this.#at < end && !isGlob(this.glob[this.#at] ?? '')) this.#at += 1;
    return literal(this.glob.slice(start, this.#at));
  }

  #alternatives(closed: number): Part {
    const found: Part[] = [];
    while (this.#at < closed) {
      this.#at += 1;
      found.push(sequence(this.parts(this.#endOfAlternative(closed))));
    }
    this.#at = closed + 1;
    return alternatives(found);
  }

  #endOfAlternative(closed: number): number {
    for (let at = this.#at; at < closed; at += 1) {
      const inner = this.#braces.get(at);
      if (inner !== undefined) at = inner;
      else if (this.glob[at] === ',') return at;
    }
    return closed;
  }

  /** `**` is more than `*` where it is a segment of its own. */
  #stars(): Part {
    const start = this.#at;
    while (this.glob[this.#at] === '*') this.#at += 1;
    const before = this.glob[start - 1] ?? '/';
    const after = this.glob[this.#at] ?? '/';
    if (this.#at - start < 2 || !'/{,'.includes(before) || !'/,}'.includes(after)) return anyText;
    if (this.glob[this.#at] !== '/') return anyPath;
    this.#at += 1;
    return anyFolders;
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
): { readonly fits: (character: string) => boolean; readonly end: number } | null {
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
  return { fits: (one) => one !== '/' && within(one) !== negated, end: at + 1 };
}
