/** The first of these details in which a text is no longer than a limit (UTF-16 units); null where none is. */
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

/** A text, and how many of its items it shows. */
export interface Fitted {
  readonly text: string;
  readonly shown: number;
}

/** The text with the most of so many items that is no longer than a limit (UTF-16 units); none where none fits. */
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
