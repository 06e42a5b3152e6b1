import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExitCode, UsageError } from '../../errors.js';
import { USUAL_LABEL } from '../../github/pull-request.js';
import type { InitResult } from '../../model/init-result.js';
import { encodeId, isId } from '../../model/scope.js';
import type { ProviderModule } from '../../providers/provider.js';
import type { CommandContext, Outcome } from '../context.js';
import { targetInside } from '../write-files.js';
import { startedConnector } from './connectors.js';
import { CODEOWNERS, OWNED, starterFiles } from './starter.js';
import { rootAddresses, SANDBOX_PORT, type StartedModule } from './templates.js';

export interface InitOptions {
  readonly dir: string;
  /** Ids of the roots to start with, by provider. */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  /** Connectors to start with: names of those that ship with rolecall, or files below `dir`. */
  readonly connectors: readonly string[];
  /** Whether the settings are for the sandbox of this machine. */
  readonly sandbox: boolean;
}

export interface InitOutcome extends Outcome {
  readonly result: InitResult;
}

/** Writes a commented starter and overwrites nothing. Sends nothing. @throws UsageError for what is no id */
export async function initCommand(
  options: InitOptions,
  { workspace: { modules: all } }: CommandContext,
): Promise<InitOutcome> {
  const wrong = [...options.roots.values()].flat().find((id) => !isId(id));
  if (wrong !== undefined) throw new UsageError(`${JSON.stringify(wrong)} is not an id`);
  await mkdir(options.dir, { recursive: true });
  const connectors = await Promise.all(
    options.connectors.map((connector) => startedConnector(connector, options.dir)),
  );
  const modules = [...modulesFor(options, all), ...connectors];
  const files = starterFiles({ modules, all, sandbox: options.sandbox });
  for (const [path] of files) await refuseBehindLink(options.dir, path);
  const owners = options.sandbox ? null : await firstThere(CODEOWNERS, options.dir);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of files) {
    if (path === CODEOWNERS[0] && owners !== null) continue;
    const isNew = await writeNew(join(options.dir, path), text);
    (isNew ? written : kept).push(path);
  }
  const result: InitResult = {
    written,
    kept,
    owners: owners === null ? null : { path: owners, owned: OWNED },
    variables: modules.flatMap(({ starter }) => starter.variables),
    addresses: addressesOf(options, modules),
    sandboxPort: options.sandbox ? SANDBOX_PORT : null,
    label: USUAL_LABEL,
  };
  return { result, diagnostics: [], exitCode: ExitCode.done };
}

/** The systems whose roots were named; all of them where nothing was. */
function modulesFor(
  { roots, connectors }: InitOptions,
  all: readonly ProviderModule[],
): readonly StartedModule[] {
  const started = all.flatMap((module) =>
    module.starter === undefined ? [] : [{ ...module, starter: module.starter }],
  );
  const named = started.filter(({ traits }) => (roots.get(traits.name) ?? []).length > 0);
  return named.length === 0 && connectors.length === 0 ? started : named;
}

/** What to import first: what was named, else all of the sandbox's, else an example: of connectors, one of each. */
function addressesOf(
  { roots, sandbox, connectors }: InitOptions,
  modules: readonly StartedModule[],
): readonly string[] {
  const named = modules.flatMap((module) =>
    rootAddresses(module, (roots.get(module.traits.name) ?? []).map(encodeId)),
  );
  if (named.length > 0) return named;
  if (!sandbox) {
    const shown = connectors.length > 0 ? modules : modules.slice(0, 1);
    return shown.flatMap((module) => rootAddresses(module, ['ID']));
  }
  return modules.flatMap((module) =>
    rootAddresses(module, module.starter.sandbox === undefined ? [] : [module.starter.sandbox.root]),
  );
}

async function firstThere(paths: readonly string[], folder: string): Promise<string | null> {
  for (const path of paths) {
    const found = await lstat(join(folder, path)).catch(() => null);
    if (found !== null) return path;
  }
  return null;
}

/** What is there already, if only as a link, is kept; the folders on the way to it must not lead elsewhere. */
async function refuseBehindLink(dir: string, path: string): Promise<void> {
  const folder = dirname(path);
  if (folder !== '.') await targetInside(dir, folder);
}

/** False where something is there already, if only as a link. */
async function writeNew(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
