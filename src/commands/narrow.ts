import { UsageError } from '../errors.js';
import { isAddressGlob } from '../model/address.js';
import type { DesiredScope } from '../model/desired.js';
import type { Narrowing } from '../model/plan.js';
import { changedSince, matching, parseShard, shardOf } from '../planning/narrow.js';
import type { Workspace } from '../workspace/workspace.js';

export interface NarrowOptions {
  readonly scope: readonly string[];
  readonly shard: string | null;
  readonly changedSince: string | null;
  /** Exactly these scopes, by address: those of a plan file. */
  readonly onlyScopes: readonly string[] | null;
}

export interface Narrowed {
  readonly scopes: readonly DesiredScope[];
  readonly narrowing: Narrowing;
}

/** Selects the scopes of a run. @throws UsageError for a glob that matches nothing, or a malformed shard */
export async function narrow(
  scopes: readonly DesiredScope[],
  options: NarrowOptions,
  workspace: Workspace,
): Promise<Narrowed> {
  if (options.onlyScopes !== null) {
    const only = new Set(options.onlyScopes);
    return { scopes: scopes.filter(({ scope }) => only.has(scope.address)), narrowing: {} };
  }
  for (const glob of options.scope) {
    if (!isAddressGlob(glob)) throw unreadableScope(glob);
    if (matching(scopes, [glob]).length > 0) continue;
    throw new UsageError(`--scope ${JSON.stringify(glob)} matches no scope of the files`, {
      hint: `The files name ${scopes.length} scopes, such as ${scopes[0]?.scope.address ?? 'none yet'}; * is one segment, ** any.`,
    });
  }
  let left = matching(scopes, options.scope);
  if (options.changedSince !== null) {
    const earlier = await workspace.revision(options.changedSince);
    left = changedSince(left, earlier?.desired.scopes ?? []);
  }
  if (options.shard !== null) {
    const shard = parseShard(options.shard);
    if (shard === null) {
      throw new UsageError(`--shard ${JSON.stringify(options.shard)} is not I/N`, {
        hint: 'Write --shard 2/4 for the second of four parts.',
      });
    }
    left = shardOf(left, shard);
  }
  return { scopes: left, narrowing: narrowingOf(options) };
}

/** The refusal of a `--scope` in which a percent escape is malformed. */
export function unreadableScope(glob: string): UsageError {
  return new UsageError(`--scope ${JSON.stringify(glob)} cannot be read as an address`, {
    hint: 'Ids are percent-encoded: a "%" is followed by two hexadecimal digits. Write %25 for a "%".',
  });
}

function narrowingOf({ scope, shard, changedSince: since }: NarrowOptions): Narrowing {
  return {
    ...(scope.length > 0 ? { scope } : {}),
    ...(shard === null ? {} : { shard }),
    ...(since === null ? {} : { changedSince: since }),
  };
}
