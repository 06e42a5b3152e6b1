import type { Position } from './finding.js';
import type { LineStarts } from './line-starts.js';
import type { Positions } from './yaml-document.js';

/** Offsets of a container and of what it holds: an item each, or a key and its value each, in the order of the text. */
interface Offsets {
  readonly own: number;
  /** Empty for a list. */
  readonly names: string[];
  readonly parts: number[];
  /** Where each name is in `names`, once that has paid. */
  index: ReadonlyMap<string, number> | null;
}

/** Names above which looking one up is worth an index. */
const FEW = 8;

/** Where the values of a document are, noted while it is read. */
export class PlainPlaces implements Positions {
  readonly #lines: LineStarts;
  readonly #containers = new Map<object, Offsets>();

  constructor(lines: LineStarts) {
    this.#lines = lines;
  }

  /** Notes a container. What is noted of it then is noted in the order of the text. */
  open(container: object, offset: number): Offsets {
    const offsets: Offsets = { own: offset, names: [], parts: [], index: null };
    this.#containers.set(container, offsets);
    return offsets;
  }

  readonly positionIn = (container: object, key: string | number): Position => {
    const offsets = this.#containers.get(container);
    if (offsets === undefined) return this.#lines.positionAt(0);
    const part = Array.isArray(container) ? Number(key) : partOf(offsets, String(key)) + 1;
    return this.#lines.positionAt(offsets.parts[part] ?? offsets.own);
  };

  readonly keyPositionIn = (container: object, key: string): Position => {
    const offsets = this.#containers.get(container);
    if (offsets === undefined) return this.#lines.positionAt(0);
    return this.#lines.positionAt(offsets.parts[partOf(offsets, key)] ?? offsets.own);
  };
}

/** Where the offset of a name is among the parts; NaN where there is none of that name. */
function partOf(offsets: Offsets, name: string): number {
  const { names } = offsets;
  if (names.length > FEW) offsets.index ??= new Map(names.map((own, at) => [own, at]));
  const at = offsets.index === null ? names.indexOf(name) : (offsets.index.get(name) ?? -1);
  return at === -1 ? Number.NaN : 2 * at;
}
