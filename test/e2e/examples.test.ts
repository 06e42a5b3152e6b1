import { expect, test } from 'vitest';
import { exampleFiles, exampleNames } from './examples.js';
import { makeWorld, now } from './world.js';

test('there is a minimal example, a complete one, and one of connectors', () => {
  expect(exampleNames()).toEqual(['complete', 'connectors', 'minimal']);
});

test.each(['complete', 'minimal'])(
  'the example %s is valid, has changes, applies them, and then has none',
  async (name) => {
    const { rolecall } = await makeWorld({ files: exampleFiles(name), runtime: { now: () => now } });
    expect(await rolecall('validate')).toMatchObject({ code: 0, stderr: '' });
    expect(await rolecall('plan', '--detailed-exitcode')).toMatchObject({ code: 2 });
    expect(await rolecall('apply', '--yes')).toMatchObject({ code: 0 });
    const again = await rolecall('plan', '--detailed-exitcode');
    expect(again.stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^No changes\. Live state matches the files\./u,
    );
    expect(again.code).toBe(0);
  },
);
