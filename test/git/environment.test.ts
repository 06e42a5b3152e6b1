import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { gitEnvironment } from '../../src/git/run.js';

test('git is given what it needs to run and to reach its origin, and nothing else', () => {
  const here: Readonly<Record<string, string>> = {
    PATH: ['/usr/bin', '.', '', 'node_modules/.bin', '/home/ada/iam/node_modules/.bin', '/bin'].join(
      delimiter,
    ),
    HOME: '/home/ada',
    https_proxy: 'http://proxy.acme.test:3128',
    SSH_AUTH_SOCK: '/run/agent',
    AION_TOKEN: 'secret',
    GITHUB_TOKEN: 'secret',
    INPUT_SIGNING_KEY: 'secret',
    NODE_OPTIONS: '--require=/tmp/x.js',
    LD_PRELOAD: '/tmp/x.so',
    GIT_DIR: '/elsewhere',
    GIT_SSH_COMMAND: 'touch /tmp/x',
    GIT_EXTERNAL_DIFF: 'touch /tmp/x',
  };
  expect(gitEnvironment((name) => here[name], '/home/ada/iam')).toEqual({
    PATH: ['/usr/bin', '/bin'].join(delimiter),
    HOME: '/home/ada',
    https_proxy: 'http://proxy.acme.test:3128',
    SSH_AUTH_SOCK: '/run/agent',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null/none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  });
});

test('a home among the files that git is asked about is none', () => {
  const homes: Readonly<Record<string, string>> = {
    HOME: '/home/ada/iam',
    XDG_CONFIG_HOME: '/home/ada/iam/.config',
    USERPROFILE: '/home/ada/iamother',
  };
  const environment = gitEnvironment((name) => homes[name], '/home/ada/iam');
  expect(environment).toMatchObject({ USERPROFILE: '/home/ada/iamother' });
  expect(Object.keys(environment)).not.toContain('HOME');
  expect(Object.keys(environment)).not.toContain('XDG_CONFIG_HOME');
});
