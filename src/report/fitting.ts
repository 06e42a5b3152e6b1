/** Renders a text in less and less detail until it is no longer than a limit (UTF-16 units); null if none fits. */
export function firstFitting<Detail>(
  details: readonly Detail[],
  limit: number,
  render: (detail: Detail) => string,
): string | null {
  for (const detail of details) {
    const text = render(detail);
    if (text.length <= limit) return text;
  }
  return null;
}

/** A text, and the number of items that it shows. */
export interface Fitted {
  readonly text: string;
  readonly shown: number;
}

/** Finds, by halving, the most items with which a text is no longer than a limit (UTF-16 units); 0 if not even one fits. */
export function fitting(items: number, limit: number, render: (shown: number) => string): Fitted {
  let best: Fitted = { text: render(0), shown: 0 };
  for (let above = items + 1; above - best.shown > 1; ) {
    const shown = Math.floor((best.shown + above) / 2);
    const text = render(shown);
    if (text.length <= limit) best = { text, shown };
    else above = shown;
  }
  return best;
}
