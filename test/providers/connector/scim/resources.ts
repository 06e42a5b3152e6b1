import {
  type Answer,
  not,
  type ScimGroup,
  type ScimMember,
  type ScimOptions,
  type ScimWays,
} from './world.js';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A group without members has no such attribute (RFC 7643, section 2.5). */
export function groupOf(
  id: string,
  { displayName, members }: ScimGroup,
  attributes: readonly string[],
): object {
  const shown = attributes.includes('members') && members.length > 0;
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    id,
    displayName,
    meta: { resourceType: 'Group' },
    ...(shown ? { members } : {}),
  };
}

/** Groups by `members.value eq "ID"`; null for any other filter. */
export function filtered(
  all: readonly object[],
  groups: ReadonlyMap<string, ScimGroup>,
  url: URL,
): readonly object[] | null {
  const filter = url.searchParams.get('filter');
  if (filter === null) return all;
  const [, member] = /^members(?:\.value)? eq "([^"\\]+)"$/u.exec(filter) ?? [];
  if (member === undefined) return null;
  const ids = [...groups].filter(([, { members }]) => members.some(({ value }) => value === member));
  return all.filter((each) => ids.some(([id]) => 'id' in each && each.id === id));
}

export function listed(all: readonly object[], url: URL, ways: ScimWays): Answer {
  const { most = 200, mostAsked, total, cursors = false } = ways;
  const asked = Number(url.searchParams.get('count') ?? most);
  if (mostAsked !== undefined && asked > mostAsked) return not(400, 'tooMany');
  const cursor = cursors ? url.searchParams.get('cursor') : null;
  const first = Math.max(1, Number(cursor ?? url.searchParams.get('startIndex') ?? 1));
  const page = all.slice(first - 1, first - 1 + Math.min(asked, most));
  if (cursor !== null) {
    const next = first + page.length > all.length ? {} : { nextCursor: String(first + page.length) };
    return { status: 200, json: { schemas: [LIST], itemsPerPage: page.length, Resources: page, ...next } };
  }
  const totalResults = total === undefined ? all.length : total(all.length);
  return {
    status: 200,
    json: {
      schemas: [LIST],
      startIndex: first,
      itemsPerPage: page.length,
      ...(totalResults === undefined ? {} : { totalResults }),
      // Section 3.4.2: it may be left out where there are none.
      ...(page.length === 0 ? {} : { Resources: page }),
    },
  };
}

export function patched(
  group: ScimGroup,
  body: unknown,
  groups: Map<string, ScimGroup>,
  { users, patch, ignoresFilters = false }: ScimOptions,
): Answer {
  const { schemas, Operations: operations } = Object(body) as Record<string, unknown>;
  if (JSON.stringify(schemas) !== JSON.stringify([PATCH]) || !Array.isArray(operations))
    return not(400, 'invalidSyntax');
  const [operation, ...more] = operations as readonly Record<string, unknown>[];
  const { op, path, value } = Object(operation) as Record<string, unknown>;
  if (typeof op !== 'string' || typeof path !== 'string' || more.length > 0) return not(400, 'invalidSyntax');
  const refused = patch?.({ op, path }) ?? null;
  if (refused !== null) return refused < 300 ? { status: refused } : not(refused, 'invalidPath');
  const [, member] = /^members\[value eq "([^"\\]+)"\]$/u.exec(path) ?? [];
  if (op === 'remove' && member !== undefined && value === undefined) {
    const at = group.members.findIndex((each) => each.value === member);
    if (ignoresFilters) group.members.length = 0;
    else if (at >= 0) group.members.splice(at, 1);
    return { status: 204 };
  }
  if (op !== 'add' || path !== 'members' || !Array.isArray(value)) return not(400, 'invalidPath');
  for (const { value: id } of value as readonly ScimMember[]) {
    if (!users.some((user) => user.id === id) && !groups.has(id)) return not(400, 'invalidValue');
    if (!group.members.some((each) => each.value === id)) group.members.push({ value: id });
  }
  return { status: 204 };
}
