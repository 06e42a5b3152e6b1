import { ExitCode } from '../../errors.js';
import type { RoleList } from '../../model/role-list.js';
import { groupedProblems } from '../../planning/read-problems.js';
import { offlineDiagnostics, requireValid } from '../../workspace/valid-config.js';
import { connect } from '../connect.js';
import type { CommandContext, Outcome } from '../context.js';
import { readTargets } from '../import/read-targets.js';
import { keepRoles } from '../known-roles.js';
import { everyRoot, targetsOf } from '../import/targets.js';
import { listRoles, unknownRoles } from './list-roles.js';

export interface RolesOptions {
  readonly scope: readonly string[];
  readonly concurrency: number | null;
}

export interface RolesOutcome extends Outcome {
  readonly roles: RoleList;
  /** What could not be read, each cause once. */
  readonly unread: readonly string[];
}

/**
 * The roles known live: of the scopes that are named, else of every organization and account that the settings or files
 * name. Sends reads (and token requests) only.
 * @throws UsageError for what is not a scope address; InvalidFilesError; HttpFailure for what stops the whole run
 */
export async function rolesCommand(options: RolesOptions, context: CommandContext): Promise<RolesOutcome> {
  const config = requireValid(await context.workspace.head());
  const { settings, desired, catalogue, modules } = config;
  const named = options.scope.length > 0 ? options.scope : everyRoot(settings, desired.scopes, catalogue);
  const targets = targetsOf(named, desired.scopes, catalogue);
  const needed = new Set(targets.map(({ root }) => root.provider));
  const opened = connect({ ...context, modules, settings, needed, concurrency: options.concurrency });
  try {
    const read = await readTargets(targets, desired.scopes, catalogue, opened.connections, context.events);
    await keepRoles(read.live.values(), settings.providers, context);
    const unread = groupedProblems(read.problems, 'roles and holders there may be missing').map(
      ({ message }) => message,
    );
    return {
      roles: {
        formatVersion: 1,
        kinds: listRoles(read.live, catalogue),
        unknown: unknownRoles(read.live, desired.scopes, catalogue),
        notListed: read.notListed,
      },
      unread,
      diagnostics: offlineDiagnostics(config.diagnostics),
      exitCode: unread.length > 0 ? ExitCode.error : ExitCode.done,
    };
  } finally {
    await opened.close();
  }
}
