import type { RawResponse } from '../../http/call.js';
import type { HttpOptions } from '../../http/options.js';
import { normalizedRequest } from '../../model/example-request.js';
import { makeScope, type ProviderTraits, rootTraits, type Scope } from '../../model/scope.js';
import type { Connector, Example, Kind, Write } from './connector.js';
import { isStatic } from './roles.js';
import { variablesIn } from './templates.js';
import { requestOf, requestsOf } from './requests.js';

/** Which examples were asked for, and what was asked for that no example answers. */
export interface ExampleUse {
  readonly used: Set<Example>;
  readonly missing: Set<string>;
}

/** Answers from the examples of a connector, in place of the network. `baseUrl`: what their paths are below. */
export function exampleTransport(
  connector: Connector,
  baseUrl: string,
  use: ExampleUse,
): NonNullable<HttpOptions['transport']> {
  const byRequest = new Map(
    (connector.examples ?? []).map((each) => [normalizedRequest(each.request), each]),
  );
  const basePath = new URL(baseUrl).pathname.replace(/\/+$/u, '');
  return {
    call: ({ method, path }) => {
      const request = normalizedRequest(`${method} ${path.slice(basePath.length)}`);
      const example = byRequest.get(request);
      if (example === undefined) {
        use.missing.add(request);
        return Promise.resolve(
          response({ request, status: 404, body: { message: 'no example answers this' } }),
        );
      }
      use.used.add(example);
      return Promise.resolve(response(example));
    },
    close: () => Promise.resolve(),
    interrupt: () => undefined,
    destroy: () => Promise.resolve(),
  };
}

function response({ status, headers = {}, body }: Example): RawResponse {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    latencyMs: 0,
    bytes: text.length,
    header: (name) => lower.get(name),
    headers: () => Object.fromEntries(lower),
    text,
  };
}

/** What the id of a root is where no request names it. */
const NAMELESS_ROOT = 'main';

/**
 * The scopes that the examples are about, the roots first: what their paths fill the templates with. A path that does not
 * name the root is about the only root that there is.
 */
export function exampleScopes(connector: Connector, traits: ProviderTraits): readonly Scope[] {
  const { examples = [], kinds, people } = connector;
  if (examples.length === 0) return [];
  const root = rootTraits(traits);
  const templates = traits.scopes.map((kind) => ({ kind, own: templatesOf(kinds[kind.kind]) }));
  const everywhere = [...templates.flatMap(({ own }) => own), `GET ${people?.list?.get ?? '/'}`];
  const rootIds = new Set(everywhere.flatMap((template) => idsIn(template, root.kind, examples)));
  const isNamed = templates.some(
    ({ kind, own }) => kind === root && own.some((template) => variablesIn(template).includes(root.kind)),
  );
  if (rootIds.size === 0 && !isNamed) rootIds.add(NAMELESS_ROOT);
  const [firstRoot, otherRoot] = rootIds;
  const onlyRoot = otherRoot === undefined ? firstRoot : undefined;
  const found = [...rootIds].map((id) => makeScope(traits, root, id, id));
  for (const { kind, own } of templates) {
    if (kind === root) continue;
    for (const template of own) {
      for (const groups of matches(template, examples)) {
        const id = idIn(groups[groupName(kind.kind)]);
        const rootId = idIn(groups[groupName(root.kind)]) ?? onlyRoot;
        if (id !== null && rootId !== undefined) found.push(makeScope(traits, kind, id, rootId));
      }
    }
  }
  return [...new Map(found.map((scope) => [scope.address, scope])).values()];
}

/** The people whom the examples of writes in a scope name in their paths. */
export function peopleWrittenIn({ examples = [] }: Connector, scope: Scope, kind: Kind): readonly string[] {
  const people = requestsOf(kind).flatMap(({ write }) =>
    matches(templateOf(write), examples).flatMap((groups) => {
      const id = idIn(groups[groupName(scope.kind)]);
      return id === null || id === scope.id ? (idIn(groups['person']) ?? []) : [];
    }),
  );
  return [...new Set(people)];
}

/** Whether some example answers a list; `get`: its URL template. */
export function hasExample({ examples = [] }: Connector, get: string): boolean {
  return matches(`GET ${get}`, examples).length > 0;
}

function idsIn(template: string, name: string, examples: readonly Example[]): readonly string[] {
  return matches(template, examples).flatMap((groups) => idIn(groups[groupName(name)]) ?? []);
}

/** The method and template of every request about a scope of a kind, as examples write theirs. */
function templatesOf(kind: Kind | undefined): readonly string[] {
  if (kind === undefined) return [];
  const { assignments, roles } = kind;
  const reads = [...assignments.map(({ get }) => get), ...(isStatic(roles) ? [] : [roles.get])];
  const writes = requestsOf(kind).map(({ write }) => write);
  return [...reads.map((get) => `GET ${get}`), ...writes.map(templateOf)];
}

function templateOf(write: Write): string {
  const { method, template } = requestOf(write);
  return `${method} ${template}`;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** What the path of each example that fits a template has for its variables. */
function matches(template: string, examples: readonly Example[]): readonly Groups[] {
  const asked = [...template.matchAll(/\{[?&]([^}]*)\}/gu)].flatMap(([, names = '']) => names.split(','));
  const pattern = patternOf(template);
  return examples.flatMap(({ request }) => {
    const groups = pattern.exec(request)?.groups;
    const query = new URLSearchParams(request.split('?').slice(1).join('?'));
    if (groups === undefined || !asked.every((name) => query.has(name))) return [];
    const inQuery = asked.map((name) => [groupName(name), encodeURIComponent(query.get(name) ?? '')]);
    return [{ ...groups, ...(Object.fromEntries(inQuery) as Groups) }];
  });
}

function patternOf(template: string): RegExp {
  const path = template.replaceAll(/\{[?&][^}]*\}/gu, '');
  const known = new Set<string>();
  const parts = path.split(/\{([^}]*)\}/u).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    const name = groupName(part);
    if (known.has(name)) return String.raw`\k<${name}>`;
    known.add(name);
    return `(?<${name}>[^/?&]+)`;
  });
  return new RegExp(`^(?<PATH>${parts.join('')})(?:[?&].*)?$`, 'u');
}

/** A name as a group of a regular expression; how much of its value a template takes is left out. */
function groupName(name: string): string {
  return name.replace(/[*]$|:\d+$/u, '').replaceAll('-', '_');
}

/** Null for what is missing or not percent-encoded as UTF-8. */
function idIn(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
