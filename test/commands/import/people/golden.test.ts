import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  differencesOf,
  type Files,
  importPeople,
  liveState,
  type RootText,
  SETTINGS,
} from './people-files.js';

/** A folder a situation: `live.json`, the files `before`, and what an import of people makes of them. */
const folder = fileURLToPath(new URL('golden/', import.meta.url));
const situations = readdirSync(folder);

interface Situation {
  readonly merge?: boolean;
  readonly teams?: boolean;
  readonly roots: readonly RootText[];
}

function situationOf(name: string): Situation {
  return JSON.parse(readFileSync(join(folder, name, 'live.json'), 'utf8')) as Situation;
}

function filesBefore(name: string): Files {
  const top = join(folder, name, 'before');
  const paths = existsSync(top) ? readdirSync(top, { recursive: true, encoding: 'utf8' }) : [];
  const files = paths.filter((path) => statSync(join(top, path)).isFile());
  return {
    'rolecall.yaml': SETTINGS,
    ...Object.fromEntries(files.map((path) => [path, readFileSync(join(top, path), 'utf8')])),
  };
}

describe('an import of people writes exactly this', () => {
  test.each(situations)('%s', async (name) => {
    const { roots, merge = true, teams = false } = situationOf(name);
    const { filled, followed, merged, after, files } = await importPeople(
      filesBefore(name),
      liveState(roots),
      { merge, teams },
    );
    for (const [path, text] of merged.texts)
      await expect(text).toMatchFileSnapshot(join(folder, name, 'after', path));
    const said = [
      ...followed.notes,
      ...(filled?.notes ?? []),
      ...[...followed.uncertain, ...(filled?.uncertain ?? []), ...merged.stuck].map(
        (text) => `by hand: ${text}`,
      ),
      ...differencesOf(after).map((text) => `plan: ${text}`),
      JSON.stringify(filled?.people),
    ];
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(join(folder, name, 'said.txt'));
    const again = await importPeople(files, liveState(roots), { merge, teams });
    expect(again.merged.texts).toEqual(new Map());
  });
});
