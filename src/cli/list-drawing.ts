import type { RenderOptions } from '../report/terminal.js';
import { type OptionValues, textOf } from './command-spec.js';

/** How to draw what may be a long list: a terminal gets it shortened unless `--format text` was given. */
export function listDrawing(drawing: RenderOptions, values: OptionValues): RenderOptions {
  if (textOf(values, 'format') !== 'text') return drawing;
  const { rows: _, ...whole } = drawing;
  return whole;
}
