// Uses an installed package as a stranger does: from a folder that has nothing else.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { root } from '../generated-files.mjs';

const run = promisify(execFile);
const defaultUrl = 'http://127.0.0.1:8620';
const scopes = ['--scope', 'redox/organization/1024', '--scope', 'aion/account/orbit'];

/**
 * Starts, imports, plans and applies with the command line that is installed in `folder`, and plans with the library.
 * @throws Error at the first surprise
 */
export async function useInstalled(folder, version) {
  const command = join('node_modules', '.bin', 'rolecall');
  const { stdout } = await run(command, ['--version'], { cwd: folder, shell: windows });
  expect('rolecall --version', stdout.trim(), version);

  const { bin } = JSON.parse(await readFile(join(folder, 'node_modules/rolecall/package.json'), 'utf8'));
  const main = join(folder, 'node_modules/rolecall', bin.rolecall);
  const sandbox = await startSandbox(main);
  try {
    const env = { ...process.env, ...sandbox.variables };
    const rolecall = async (code, ...args) => {
      const ended = await run(process.execPath, [main, ...args], { cwd: folder, env }).catch(
        (error) => error,
      );
      expect(`rolecall ${args.join(' ')}\n${ended.stdout}${ended.stderr}`, ended.code ?? 0, code);
      return ended.stdout;
    };
    await rolecall(0, 'init', '--sandbox');
    const settings = await readFile(join(folder, 'rolecall.yaml'), 'utf8');
    await writeFile(join(folder, 'rolecall.yaml'), settings.replaceAll(defaultUrl, sandbox.url));
    await rolecall(0, 'import', '--people', ...scopes);
    await rolecall(0, 'validate');
    await rolecall(0, 'plan', '--detailed-exitcode');
    await rolecall(0, 'grant', 'grace@acme.test', 'project_reader', '--in', 'aion/project/orbit/apollo');
    await rolecall(2, 'plan', '--detailed-exitcode');
    await rolecall(0, 'apply', '--yes');
    await rolecall(0, 'plan', '--detailed-exitcode');
    await rolecall(0, 'connector', 'check', 'node_modules/rolecall/connectors/github.yaml');
    await useLibrary(folder, env);
  } finally {
    sandbox.server.kill();
    await once(sandbox.server, 'exit');
  }
}

/** Checks a program that plans against the library's types under strict nodenext, and runs it. */
async function useLibrary(folder, env) {
  await writeFile(join(folder, 'program.mts'), program);
  const options = ['--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023'];
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  await run(process.execPath, [compiler, ...options, ...types, 'program.mts'], { cwd: folder }).catch(
    ({ stdout }) => {
      throw new Error(`the types of the library do not hold:\n${stdout}`);
    },
  );
  const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: folder, env });
  expect('a program that uses the library', stdout, 'object, 0 changes\n');
}

const windows = process.platform === 'win32';

const program = `import { builtInModules, plan, planningDefaults, systemRuntime, Workspace, type Plan } from 'rolecall';
import schema from 'rolecall/schemas/plan.schema.json' with { type: 'json' };

const runtime = systemRuntime(process);
const modules = builtInModules;
const workspace = new Workspace({ config: 'rolecall.yaml', cwd: '.', at: runtime.now(), modules });
const context = { cwd: '.', workspace, runtime, signal: new AbortController().signal, events: () => {} };
const run = await plan(planningDefaults, context);
const { changes }: Plan = run.planned.plan;
await run.close();
console.log(\`\${schema.type}, \${changes.length} changes\`);
`;

async function startSandbox(main) {
  const server = spawn(process.execPath, [main, 'sandbox', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const variables = {};
  for await (const line of createInterface({ input: server.stdout })) {
    const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? [];
    if (name !== undefined) variables[name] = value;
    if (name === 'ROLECALL_SANDBOX_URL') break;
  }
  const url = variables.ROLECALL_SANDBOX_URL;
  if (url === undefined) throw new Error('rolecall sandbox ended before it gave its URL');
  server.stdout.resume();
  return { server, variables, url };
}

function expect(what, actual, expected) {
  if (actual !== expected)
    throw new Error(`${what}\ngave ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}
