import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { openRepository } from '../../src/git/locate.js';

test('a folder that is not there is named, not taken for a missing git', async () => {
  const folder = join(tmpdir(), 'rolecall-no-such-folder');
  const failure: unknown = await openRepository({ folder }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect(failure).toHaveProperty('message', `there is no folder ${JSON.stringify(folder)}`);
});
