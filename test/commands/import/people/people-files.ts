import {
  importedTexts,
  type ImportedTexts,
  type WantedTexts,
} from '../../../../src/commands/import/imported-texts.js';
import { fileName } from '../../../../src/commands/import/new-documents.js';
import {
  type ImportState,
  type PlannedTexts,
  planFromTexts,
} from '../../../../src/commands/import/plan-texts.js';
import { fileMatcher, type FileTree } from '../../../../src/config/file-tree.js';
import { loadConfig } from '../../../../src/config/load.js';
import type { LiveRoot, LiveScope, LiveState, LiveUser } from '../../../../src/model/live.js';
import { makeScope, type Scope } from '../../../../src/model/scope.js';
import { catalogueOf, modulesByName, type ProviderModule } from '../../../../src/providers/provider.js';
import { requireValid } from '../../../../src/workspace/valid-config.js';
import { overlayTree } from '../../../../src/workspace/trees.js';
import { modules as builtIn } from '../../../modules.js';
import { forge } from '../../../providers/forge/forge.js';

const AT = Date.parse('2026-11-22T09:00:00Z');

/** The built-in providers, and where the settings name it one whose people stand under `ids`. */
function modulesOf(files: Files): readonly ProviderModule[] {
  return files['rolecall.yaml']?.includes('forge:') === true ? [...builtIn, forge] : builtIn;
}

const all = catalogueOf(modulesByName([...builtIn, forge]));

export const SETTINGS = `version: 1
providers:
  redox: { auth: { method: bearer, token: { env: T } } }
  aion: { auth: { method: bearer, token: { env: T } } }
`;

export type Files = Readonly<Record<string, string>>;

/** A user as one text, `ID`, `ID=EMAIL` or `ID=EMAIL=NAME`. */
type UserText = string;

/** A root as tests write it. */
export interface RootText {
  readonly root: string;
  readonly users: readonly UserText[];
  readonly outsiders?: readonly UserText[];
  readonly incomplete?: boolean;
  /** Holders' ids by role, by scope address. */
  readonly held: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export function liveState(roots: readonly RootText[]): LiveState {
  return new Map(roots.map((text) => [text.root, liveRoot(text)]));
}

function liveRoot({ root: address, users, outsiders = [], incomplete = false, held }: RootText): LiveRoot {
  const root = scopeOf(address, '');
  return {
    root,
    complete: !incomplete,
    users: users.map(userOf),
    outsiders: outsiders.map(userOf),
    scopes: Object.entries(held).map(([scope, roles]) =>
      liveScope(scopeOf(scope, root.id), roles, !incomplete),
    ),
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: [],
  };
}

function liveScope(
  scope: Scope,
  roles: Readonly<Record<string, readonly string[]>>,
  complete: boolean,
): LiveScope {
  return {
    scope,
    name: null,
    complete,
    assignments: Object.entries(roles).flatMap(([role, ids]) =>
      ids.map((id) => ({
        principal: { kind: 'user' as const, id },
        role,
        roleId: `id-${role}`,
        status: 'active' as const,
        keep: null,
      })),
    ),
    roles: Object.keys(roles).map((role) => ({ role, roleId: `id-${role}`, aliases: [], blocked: null })),
  };
}

function userOf(text: UserText): LiveUser {
  const [id = '', email = '', name = ''] = text.split('=');
  return {
    id,
    email: email === '' ? null : email,
    name: name === '' ? null : name,
    lastLogin: null,
    twoFactor: null,
  };
}

function scopeOf(address: string, rootId: string): Scope {
  const [name = '', kind = '', ...ids] = address.split('/').map(decodeURIComponent);
  const provider = all.get(name);
  const traits = provider?.scopes.find((each) => each.kind === kind);
  if (provider === undefined || traits === undefined) throw new Error(`no scope ${address}`);
  return makeScope(provider, traits, ids.at(-1) ?? '', rootId);
}

function memoryTree(files: Files): FileTree {
  return {
    glob: (patterns) => Promise.resolve(Object.keys(files).filter(fileMatcher(patterns)).sort()),
    read: (path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? null : new TextEncoder().encode(text));
    },
  };
}

function stateOf(files: Files, live: LiveState): ImportState {
  const tree = memoryTree(files);
  const modules = modulesOf(files);
  const catalogue = catalogueOf(modulesByName(modules));
  const withTexts: ImportState['workspace']['withTexts'] = (texts) =>
    loadConfig({ tree: overlayTree(tree, texts), configFile: 'rolecall.yaml', modules, now: AT });
  const location = { folder: '/', file: 'rolecall.yaml', checkout: null };
  return { workspace: { at: AT, tree, withTexts, location }, live, catalogue };
}

export interface PeopleRun extends ImportedTexts {
  /** All files afterwards. */
  readonly files: Files;
  /** Their plan. */
  readonly after: PlannedTexts;
}

/** Imports people, and what is live, into files that are nowhere but here. */
export async function importPeople(
  files: Files,
  live: LiveState,
  wanted: Partial<WantedTexts> = {},
): Promise<PeopleRun> {
  const { merge = true, people = true, teams = false } = wanted;
  const state = stateOf(files, live);
  const config = requireValid(await state.workspace.withTexts(new Map()), new Set(['file-missing']));
  const paths = new Map(
    [...live].map(([address, { root }]) => [address, `access/${fileName(root)}`] as const),
  );
  const declared = new Set(config.desired.scopes.map(({ scope }) => scope.rootAddress));
  const written = new Set([...live.keys()].filter((address) => merge || !declared.has(address)));
  const texts = await importedTexts({ merge, people, teams }, config, paths, written, state);
  const after = { ...files, ...Object.fromEntries(texts.merged.texts) };
  return { ...texts, files: after, after: await planOf(after, live) };
}

/** The plan of files. */
export function planOf(files: Files, live: LiveState): Promise<PlannedTexts> {
  return planFromTexts(new Map(), stateOf(files, live));
}

/** What a plan would do, a line each. */
export function differencesOf({ planned, loaded }: PlannedTexts): readonly string[] {
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  if (planned === null) return errors.map(({ file, line, message }) => `${file}:${line} ${message}`);
  const { changes, unlisted } = planned.plan;
  return [
    ...changes.map(({ action, label, scope }) => `${action} ${label} ${scope}`),
    ...unlisted.map(({ label, scope }) => `unlisted ${label} ${scope}`),
  ];
}
