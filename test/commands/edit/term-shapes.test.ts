import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../src/commands/context.js';
import type { EditOutcome } from '../../../src/commands/edit/edit.js';
import { extendCommand } from '../../../src/commands/edit/extend.js';
import { offboardCommand } from '../../../src/commands/edit/offboard/offboard.js';
import { tidyCommand } from '../../../src/commands/edit/tidy/tidy.js';
import { editIn } from './edit-world.js';

const ACCESS = `%YAML 1.2
--- # first
environment:   prod   # the one
organization: "1024"
prune: listed
roles: {
  engineer: [ # flow
    ada, # hers
    { user: "grace", until: 2026-11-01 }, # over
    { until: "2026-12-01", user: 'alan', reason: "it's # his" },
  ],
  support: [ { user: ada, until: 2026-11-01 } ] }
...
---
account: orbit
prune: listed
roles:
    "reader":
    -   user:   alan   # three spaces
        until:  2026-12-01   # soon

    # between
    -   {user: grace, until: 2026-11-01}   # over too
    - &all lin
    'writer': [*all, {user: alan, until: 2026-12-01}]
# the end
`;
const PEOPLE = `# who
people:
    grace: {redox: grace@acme.test, aion: "grace.h"}   # first

    "ada":
        redox:   ada@acme.test   # mail
        # nothing in Aion
    alan: { redox: 'user:33',
      aion: alan.t }
    lin: { aion: lin }
teams: {}
`;

/** The same file with other line ends, a byte order mark, or nothing after its last line. */
const shapes: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a byte order mark', (text) => `\uFEFF${text}`],
  ['without a last line break', (text) => text.slice(0, -1)],
];

async function edited(
  shape: (text: string) => string,
  command: (context: CommandContext) => Promise<EditOutcome>,
): Promise<{ readonly access: string; readonly people: string }> {
  const files = { 'access/a.yaml': shape(ACCESS), 'people.yaml': shape(PEOPLE) };
  const { files: after, isRefused } = await editIn(files, command);
  expect(isRefused).toBe(false);
  return { access: after['access/a.yaml'] ?? '', people: after['people.yaml'] ?? '' };
}

describe.each(shapes)('every other byte of a file stays, %s:', (_, shape) => {
  test('where tidy deletes', async () => {
    const { access, people } = await edited(shape, (context) =>
      tidyCommand({ dryRun: false, before: null }, context),
    );
    expect(people).toBe(shape(PEOPLE));
    expect(access).toBe(
      shape(
        ACCESS.replace('    { user: "grace", until: 2026-11-01 }, # over\n', '')
          .replace('[ { user: ada, until: 2026-11-01 } ]', '[]')
          .replace('    -   {user: grace, until: 2026-11-01}   # over too\n', ''),
      ),
    );
  });

  test('where extend moves an end', async () => {
    const options = { dryRun: false, who: 'alan', until: '2027-01-31', role: null, in: [] };
    const { access } = await edited(shape, (context) => extendCommand(options, context));
    expect(access).toBe(
      shape(
        ACCESS.replace('"2026-12-01"', '2027-01-31').replaceAll(
          /until: ( ?)2026-12-01/gu,
          'until: $12027-01-31',
        ),
      ),
    );
  });

  test.each([
    ['grace', (text: string) => text.replace('"grace.h"}', '"grace.h", leaves: 2026-11-27}')],
    ['ada', (text: string) => text.replace('# mail\n', '# mail\n        leaves: 2026-11-27\n')],
    ['alan', (text: string) => text.replace('aion: alan.t }', 'aion: alan.t, leaves: 2026-11-27 }')],
  ])('where offboard writes the last day of %s', async (who, after) => {
    const options = { dryRun: false, who, on: null };
    const { people, access } = await edited(shape, (context) => offboardCommand(options, context));
    expect(access).toBe(shape(ACCESS));
    expect(people).toBe(shape(after(PEOPLE)));
  });
});
