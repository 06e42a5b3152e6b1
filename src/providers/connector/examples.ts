import type { RawResponse } from '../../http/call.js';
import type { HttpOptions } from '../../http/options.js';
import { makeScope, type ProviderTraits, type Scope } from '../../model/scope.js';
import type { Connector, Example, Kind } from './connector.js';
import { isStatic } from './roles.js';

/** Which examples were asked for, and what was asked for that no example answers. */
export interface ExampleUse {
  readonly used: Set<Example>;
  readonly missing: Set<string>;
}

/** Answers from the examples of a connector, in place of the network. */
export function exampleTransport(
  connector: Connector,
  use: ExampleUse,
): NonNullable<HttpOptions['transport']> {
  const byRequest = new Map((connector.examples ?? []).map((each) => [normalized(each.request), each]));
  return {
    call: ({ method, path }) => {
      const request = normalized(`${method} ${path}`);
      const example = byRequest.get(request);
      if (example === undefined) {
        use.missing.add(request);
        return Promise.resolve(response({ request, status: 404, body: { message: 'no example' } }));
      }
      use.used.add(example);
      return Promise.resolve(response(example));
    },
    close: () => Promise.resolve(),
    interrupt: () => undefined,
    destroy: () => Promise.resolve(),
  };
}

/** A request whose query is in the order of its names, so that examples need not keep to ours. */
export function normalized(request: string): string {
  const [path = '', query] = request.split('?', 2);
  if (query === undefined || query === '') return path;
  return `${path}?${query.split('&').sort().join('&')}`;
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

/** The scopes that the examples are about, the root of each first: what their paths fill the templates with. */
export function exampleScopes(connector: Connector, traits: ProviderTraits): readonly Scope[] {
  const requests = (connector.examples ?? []).map(({ request }) => request);
  const found = new Map<string, Scope>();
  for (const kind of traits.scopes) {
    const described = connector.kinds[kind.kind];
    if (described === undefined) continue;
    for (const template of templatesOf(described)) {
      const pattern = patternOf(template);
      const asked = [...template.matchAll(/\{[?&]([^}]*)\}/gu)].flatMap(([, names = '']) => names.split(','));
      for (const request of requests) {
        if (!asked.every((name) => request.includes(`${name}=`))) continue;
        const groups = pattern.exec(request)?.groups ?? {};
        const id = idIn(groups[groupName(kind.kind)]);
        const root = traits.scopes[0]?.kind ?? kind.kind;
        const rootId = idIn(groups[groupName(root)]);
        if (id === null || rootId === null) continue;
        const scope = makeScope(traits, kind, id, rootId);
        found.set(scope.address, scope);
      }
    }
  }
  return [...found.values()];
}

function templatesOf({ assignments, roles }: Kind): readonly string[] {
  return [...assignments.map(({ get }) => get), ...(isStatic(roles) ? [] : [roles.get])];
}

function patternOf(template: string): RegExp {
  const path = template.replaceAll(/\{[?&][^}]*\}/gu, '');
  const parts = path.split(/\{([^}]*)\}/u).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    return `(?<${groupName(part)}>[^/?]+)`;
  });
  return new RegExp(`^[A-Z]+ ${parts.join('')}(?:\\?.*)?$`, 'u');
}

function groupName(kind: string): string {
  return kind.replaceAll('-', '_');
}

function idIn(text: string | undefined): string | null {
  return text === undefined ? null : decodeURIComponent(text);
}
