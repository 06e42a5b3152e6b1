import { createHash } from 'node:crypto';
import type { RecordDomain } from './record-effects.js';

/** What is kept up to date for a config: a comment on a pull request, or the drift issue. */
type Kept = 'sticky' | 'drift';

/** The last line of what is kept up to date for a config. */
export function markerOf(kept: Kept, { repository, config }: RecordDomain): string {
  return markerBy(kept, repository, config);
}

/** Whether a text is about a config: its last line is the marker, or the one that earlier versions wrote. */
export function isMarked(kept: Kept, lastLine: string | undefined, domain: RecordDomain): boolean {
  if (lastLine === markerOf(kept, domain)) return true;
  return domain.name !== undefined && lastLine === markerBy(kept, domain.name, domain.config);
}

function markerBy(kept: Kept, repository: string, config: string): string {
  const key = createHash('sha256')
    .update(JSON.stringify([repository, config]))
    .digest('base64url');
  return `<!-- rolecall:${kept} ${key.slice(0, 22)} -->`;
}
