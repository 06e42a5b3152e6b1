import { readFileSync } from 'node:fs';

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number;
  readonly sense: string;
  readonly note: string;
  readonly met: boolean;
}

interface Measured {
  /** By the major version of Node.js. */
  readonly runs: Readonly<Record<string, { readonly quick: boolean; readonly figures: readonly Figure[] }>>;
}

/** The rows of the table of speed: what whole runs of the bench on Node.js 24 and 20 kept in bench/measured.json. */
export function speedRows(): readonly (readonly string[])[] {
  const text = readFileSync(new URL('../../bench/measured.json', import.meta.url), 'utf8');
  const { runs } = JSON.parse(text) as Measured;
  const [on24, on20] = ['24', '20'].map((major) => {
    const run = runs[major];
    if (run === undefined || run.quick)
      throw new Error(
        `bench/measured.json lacks a whole run on Node.js ${major}: npm run bench -- --json bench/measured.json`,
      );
    return run.figures;
  });
  return (on24 ?? []).map((figure) => {
    const other = on20?.find(({ what }) => what === figure.what);
    const { what, sense, target, note } = figure;
    return [what, valueOf(figure), other === undefined ? '' : valueOf(other), `${sense} ${target}`, note];
  });
}

function valueOf({ value, unit, met }: Figure): string {
  const rounded = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return `${rounded} ${unit}`.trim() + (met ? '' : ', **missed**');
}
