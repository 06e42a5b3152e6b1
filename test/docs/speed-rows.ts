import { readFileSync } from 'node:fs';

interface Measured {
  readonly quick: boolean;
  readonly figures: readonly {
    readonly what: string;
    readonly value: number;
    readonly unit: string;
    readonly target: number;
    readonly sense: string;
    readonly note: string;
    readonly met: boolean;
  }[];
}

/** The rows of the README's table of speed: what a whole run of the bench kept in bench/measured.json. */
export function speedRows(): readonly (readonly string[])[] {
  const text = readFileSync(new URL('../../bench/measured.json', import.meta.url), 'utf8');
  const { quick, figures } = JSON.parse(text) as Measured;
  if (quick)
    throw new Error('bench/measured.json holds a quick run: npm run bench -- --json bench/measured.json');
  return figures.map(({ what, value, unit, target, sense, note, met }) => [
    what,
    `${rounded(value)} ${unit}`.trim(),
    `${sense} ${target}`,
    met ? 'met' : '**missed**',
    note,
  ]);
}

function rounded(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
