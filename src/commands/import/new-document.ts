import { roleKey, type Status } from '../../model/assignment.js';
import type { LiveAssignment, LiveScope } from '../../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../../model/ordering.js';
import type { ScopeTraits } from '../../model/scope.js';
import { type EntryName, newEntry } from '../../editing/entries.js';
import { quoted, yamlComment, yamlScalar } from '../../editing/scalars.js';

/** One entry to be written: who, in which role. */
export interface ListedEntry {
  readonly role: string;
  readonly name: EntryName;
  readonly status: Status;
}

/** What is live and left out of a document, and why. */
export interface LeftOut {
  readonly row: LiveAssignment;
  readonly name: EntryName;
  readonly why: string;
}

/**
 * A scope's live state as the document that asks for it: block lists, one principal a line, sorted by role and name.
 * What no entry can ask for stands as a comment at its end.
 */
export function newDocument(
  live: LiveScope,
  entries: readonly ListedEntry[],
  leftOut: readonly LeftOut[],
  traits: ScopeTraits,
  saysProvider: boolean,
): string {
  const { scope, name } = live;
  const lines = saysProvider ? [`provider: ${yamlScalar(scope.provider)}`] : [];
  lines.push(`${traits.kind}: ${quoted(scope.id)}`);
  if (traits.rootKind !== null) lines.push(`${traits.rootKind}: ${quoted(scope.rootId)}`);
  if (name !== null && /\S/u.test(name)) lines.push(`name: ${yamlScalar(name)}`);
  const roles = groupBy(entries, ({ role }) => roleKey(role, traits.rolesIgnoreCase));
  lines.push(roles.size === 0 ? 'roles: {}' : 'roles:');
  for (const key of [...roles.keys()].sort(byCodeUnit)) {
    const held = roles.get(key) ?? [];
    lines.push(`  ${yamlScalar(held[0]?.role ?? key)}:`);
    for (const { name: who, status } of held.toSorted(byKeys((each) => each.name.text))) {
      const { text, comment } = newEntry(who, status);
      lines.push(`    - ${text}${comment}`);
    }
  }
  for (const { row, name: who, why } of [...leftOut].sort(
    byKeys(
      (each) => each.name.text,
      ({ row }) => row.role,
    ),
  )) {
    lines.push(` ${yamlComment(`not listed: ${who.text} holds ${row.role}, ${why}`)}`);
  }
  return `${lines.join('\n')}\n`;
}
