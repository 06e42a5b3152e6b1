import { groupBy } from '../../model/ordering.js';
import type { StateDifference } from '../../model/plan.js';
import { type Colours, colours } from '../colour.js';
import { visible } from '../escape.js';
import { column, folded } from '../layout.js';
import type { RenderOptions } from '../options.js';
import { placeWords, rolesWords, SIGNS } from '../words.js';
import { shownName } from './shown-name.js';
import { diffLastLine } from './last-line.js';
import type { DiffResult } from './result.js';

/** Who gains and loses what between two revisions, as text: per scope, then one last line. */
export function diffText(diff: DiffResult, options: RenderOptions): string {
  const paint = colours(options.color);
  const scopes = [...groupBy(diff.changes, ({ scope }) => scope)];
  const blocks = [
    ...scopes.map(([scope, changes]) => scopeText(scope, changes, paint, options)),
    paint.heading(diffLastLine(diff)),
  ];
  return folded(`${blocks.join('\n\n')}\n`, options.width);
}

function scopeText(
  scope: string,
  changes: readonly StateDifference[],
  paint: Colours,
  options: RenderOptions,
): string {
  const who = column(
    changes.map((change) => visible(shownName(change))),
    options.width,
  );
  const what = column(
    changes.map((change) => visible(rolesWords(change))),
    options.width,
  );
  const lines = changes.map((change) => {
    const sign = change.kept === true ? paint.unlisted('?') : paint[change.action](SIGNS[change.action]);
    const name = who.padded(visible(shownName(change)));
    const roles = visible(rolesWords(change));
    const rest = restText(change, paint);
    return `  ${sign} ${name}  ${rest === '' ? what.last(roles) : `${what.padded(roles)}  ${rest}`}`;
  });
  return [paint.heading(visible(scope)), ...lines].join('\n');
}

function restText({ kept, reason, source }: StateDifference, paint: Colours): string {
  if (kept === true) return `kept: ${visible(reason ?? '')}`;
  return source === null ? '' : paint.quiet(visible(placeWords(source)));
}
