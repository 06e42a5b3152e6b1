// Runs the built program once through its usual commands, and keeps what V8 compiled for them: `code-cache.mjs FOLDER`.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const people = ['ada@example.test', 'grace@example.test', 'lin@example.test'];
const roles = ['owner', 'member', 'admin'].map((name) => ({ id: `id-${name}`, name }));

await writeCodeCache(argv[2] ?? '.');

/** An organization whose assignments can be listed and changed, as far as a run needs. */
function organization() {
  const memberships = people.map((mail, index) => ({
    organization: { id: '1', name: 'One' },
    role: roles[index],
    user: { id: String(index), fullname: mail, lowercaseEmail: mail, verified2fa: true },
  }));
  return createServer(async (request, response) => {
    const body = await text(request);
    if (request.method === 'PUT') {
      const { role, user } = JSON.parse(body);
      memberships[Number(user.id)].role = role;
    }
    response.setHeader('content-type', 'application/json');
    const payload = request.method === 'GET' ? { memberships } : { success: true };
    response.end(JSON.stringify({ payload }));
  });
}

/** Writes the code cache that this very Node.js will look for beside the `program.cjs` in this folder. */
async function writeCodeCache(folder) {
  const { start, codeCache, codeCacheFile } = await import(pathToFileURL(join(folder, 'start.cjs')).href);
  const server = organization().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cwd = await mkdtemp(join(tmpdir(), 'rolecall-build-'));
  try {
    await writeConfig(cwd, `http://127.0.0.1:${server.address().port}`);
    for (const command of [['validate'], ['plan'], ['plan', '--format', 'json'], ['apply', '--yes']]) {
      await start(hostOf(command, cwd), '0');
    }
    await writeFile(codeCacheFile, codeCache());
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(cwd, { recursive: true });
  }
}

async function writeConfig(folder, url) {
  const auth = '{ method: bearer, token: { env: TOKEN } }';
  await mkdir(join(folder, 'access'));
  await writeFile(
    join(folder, 'rolecall.yaml'),
    `version: 1\nprune: true\nproviders:\n  redox:\n    url: ${url}\n    auth: ${auth}\n`,
  );
  const [owner, ...others] = people;
  const list = others.map((mail) => `    - { user: ${mail}, until: 2999-12-31 }\n`).join('');
  await writeFile(
    join(folder, 'access/one.yaml'),
    `organization: "1"\nroles:\n  owner:\n    - ${owner}\n  admin:\n${list}`,
  );
}

/** What the program takes for its process. */
function hostOf(command, cwd) {
  const silent = () => new PassThrough().resume();
  return {
    argv: ['node', 'rolecall', ...command],
    env: { TOKEN: 'none' },
    stdin: silent(),
    stdout: silent(),
    stderr: silent(),
    cwd: () => cwd,
    on: () => undefined,
    off: () => undefined,
    exit: () => undefined,
  };
}
