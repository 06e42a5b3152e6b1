import type { LoadedConfig } from '../../config/load.js';
import type { DesiredScope } from '../../model/desired.js';
import { count } from '../../model/label.js';
import type { ConfigLocation } from '../../workspace/workspace.js';
import { type About, type CheckDraft, failed, ok } from './check-draft.js';

/** Whether the files can be planned. Of what is wrong with them the first is told: `validate` tells all. */
export function filesCheck(
  { diagnostics, usableProviders }: LoadedConfig,
  scopes: readonly DesiredScope[],
  { file }: ConfigLocation,
): CheckDraft {
  const about: About = { id: 'files', layer: 'files', subject: file };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first !== undefined) {
    const more = errors.length === 1 ? '' : `, and ${count(errors.length - 1, 'more error')}`;
    const evidence = `${first.file}:${first.line}:${first.column}: ${first.message.replace(/\.$/u, '')}${more}`;
    return failed(about, evidence, 'Run rolecall validate.');
  }
  if (usableProviders.size === 0) {
    return failed(
      about,
      'the settings name no provider',
      'Add one under providers, or start with rolecall init.',
    );
  }
  if (scopes.length === 0) return ok(about, 'valid; no scope of a file is looked at');
  const roots = new Set(scopes.map(({ scope }) => scope.rootAddress)).size;
  const people = new Set(scopes.flatMap(({ assignments }) => assignments.map(({ label }) => label))).size;
  const what = `${count(scopes.length, 'scope')} of ${count(roots, 'organization or account', 'organizations and accounts')}`;
  return ok(about, `valid: ${what}, with roles for ${count(people, 'principal')}`);
}
