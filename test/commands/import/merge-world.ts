import { type ImportState, planFromTexts } from '../../../src/commands/import/plan-texts.js';
import { type Merged, mergeLive } from '../../../src/commands/import/merge.js';
import { fileMatcher, type FileTree } from '../../../src/config/file-tree.js';
import { loadConfig } from '../../../src/config/load.js';
import type { LiveAssignment, LiveRoot, LiveScope, LiveState, LiveUser } from '../../../src/model/live.js';
import { makeScope, type Scope, traitsOf } from '../../../src/model/scope.js';
import type { Plan } from '../../../src/model/plan.js';
import type { PlannedRun } from '../../../src/planning/make-plan.js';
import { overlayTree } from '../../../src/workspace/trees.js';
import { catalogue, modules } from '../../modules.js';

const AT = Date.parse('2026-11-22T09:00:00Z');

/** Settings that name both providers; nothing is asked of them. */
export const SETTINGS = `version: 1
providers:
  redox: { auth: { method: bearer, token: { env: T } } }
  aion: { auth: { method: bearer, token: { env: T } } }
`;

export type Files = Readonly<Record<string, string>>;

function memoryTree(files: Files): FileTree {
  return {
    glob: (patterns) => Promise.resolve(Object.keys(files).filter(fileMatcher(patterns)).sort()),
    read: (path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? null : new TextEncoder().encode(text));
    },
  };
}

export function scopeOf(address: string, rootId?: string): Scope {
  const [name = '', kind = '', ...ids] = address.split('/');
  const provider = catalogue.get(name);
  if (provider === undefined) throw new Error(`no provider ${name}`);
  const traits = traitsOf(catalogue, { provider: name, kind });
  return makeScope(provider, traits, ids.at(-1) ?? '', rootId ?? ids[0] ?? '');
}

export interface HeldRole {
  readonly user: string;
  readonly role: string;
  readonly inactive?: boolean;
}

/** A root read whole: its users (`id` or `id=email`) and what they hold by scope. */
export function liveRoot(
  root: Scope,
  users: readonly string[],
  held: ReadonlyMap<Scope, readonly HeldRole[]>,
  roles: readonly string[],
): LiveState {
  const known: LiveUser[] = users.map((text) => {
    const [id = '', email] = text.split('=');
    return { id, email: email ?? null, name: `User ${id}`, lastLogin: null, twoFactor: null };
  });
  const scopes = [...held].map(
    ([scope, rows]): LiveScope => ({
      scope,
      name: null,
      complete: true,
      assignments: rows.map(
        ({ user, role, inactive }): LiveAssignment => ({
          principal: { kind: 'user', id: user },
          role,
          roleId: `id-${role}`,
          status: inactive === true ? 'inactive' : 'active',
          keep: null,
        }),
      ),
      roles: roles.map((role) => ({ role, roleId: `id-${role}`, aliases: [], blocked: null })),
    }),
  );
  const live: LiveRoot = {
    root,
    complete: true,
    users: known,
    scopes,
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: [],
  };
  return new Map([[root.address, live]]);
}

export interface MergeRun {
  readonly merged: Merged;
  /** All files after the merge. */
  readonly files: Files;
  readonly planned: PlannedRun | null;
}

function stateOf(files: Files, live: LiveState, at: number): ImportState {
  const tree = memoryTree(files);
  const withTexts: ImportState['workspace']['withTexts'] = (texts) =>
    loadConfig({ tree: overlayTree(tree, texts), configFile: 'rolecall.yaml', modules, now: at });
  const location = { folder: '/', file: 'rolecall.yaml', checkout: null };
  return { workspace: { at, tree, withTexts, location }, live, catalogue };
}

/** The plan of files; null where they have errors. */
export async function planFiles(files: Files, live: LiveState, at = AT): Promise<Plan | null> {
  const { planned } = await planFromTexts(new Map(), stateOf(files, live, at));
  return planned?.plan ?? null;
}

export async function mergeFiles(files: Files, live: LiveState, at = AT): Promise<MergeRun> {
  const merged = await mergeLive(new Map(), stateOf(files, live, at));
  const after = { ...files, ...Object.fromEntries(merged.texts) };
  const { planned } = await planFromTexts(new Map(), stateOf(after, live, at));
  return { merged, files: after, planned };
}
