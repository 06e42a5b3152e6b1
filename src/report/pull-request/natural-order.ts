import { byCodeUnit } from '../../model/ordering.js';

const PARTS = /\d+|\D+/gu;

/** Compares names as people sort them: numbers by value (p2 before p10), letters without regard to case. */
export function byNatural(a: string, b: string): number {
  const own = a.toLowerCase().match(PARTS) ?? [];
  const others = b.toLowerCase().match(PARTS) ?? [];
  for (const [index, part] of own.entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    const order = byPart(part, other);
    if (order !== 0) return order;
  }
  return own.length < others.length ? -1 : byCodeUnit(a, b);
}

function byPart(a: string, b: string): number {
  if (!/^\d/u.test(a) || !/^\d/u.test(b)) return byCodeUnit(a, b);
  const [own, other] = [a.replace(/^0+/u, ''), b.replace(/^0+/u, '')];
  return own.length - other.length || byCodeUnit(own, other);
}
