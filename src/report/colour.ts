import picocolors from 'picocolors';

type Paint = (text: string) => string;

/** What is painted, by meaning. Without colour every one returns the text as it is. */
export interface Colours {
  readonly grant: Paint;
  readonly change: Paint;
  readonly revoke: Paint;
  readonly blocked: Paint;
  readonly unlisted: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly risk: Paint;
  readonly heading: Paint;
  readonly quiet: Paint;
}

export function colours(enabled: boolean): Colours {
  const paint = picocolors.createColors(enabled);
  return {
    grant: paint.green,
    change: paint.yellow,
    revoke: paint.red,
    blocked: paint.magenta,
    unlisted: paint.dim,
    error: (text) => paint.bold(paint.red(text)),
    warning: paint.yellow,
    risk: (text) => paint.bold(paint.red(text)),
    heading: paint.bold,
    quiet: paint.dim,
  };
}
