import { table } from './regions.js';

interface Node {
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

interface Schema extends Node {
  readonly $defs: Readonly<Record<string, Node>>;
}

/** The parts of the vocabulary in the order in which one writes a connector: a title, and the definition that it explains. */
const PARTS: readonly (readonly [title: string, definition: string | null])[] = [
  ['The file', null],
  ['Paging', 'paging'],
  ['A list', 'list'],
  ['The list of people', 'peopleList'],
  ['A kind of scope', 'kind'],
  ['The list of scopes', 'scopeList'],
  ['A role', 'role'],
  ['The list of roles', 'roleList'],
  ['A list of who holds a role', 'assignments'],
  ['A request that writes', 'write'],
  ['A condition', 'condition'],
  ['A recorded exchange', 'example'],
];

/** The vocabulary of connectors as tables, one a part, from the schema. */
export function connectorTables(schema: Schema): string {
  return PARTS.map(([title, name]) => {
    const part = name === null ? schema : (schema.$defs[name] ?? {});
    const rows = Object.entries(part.properties ?? {}).flatMap(([key, node]) =>
      rowsOf(key, node, part.required?.includes(key) === true, schema),
    );
    const also = part.$ref === undefined ? '' : 'It also has the keys of [a list](#a-list).\n\n';
    return `### ${title}\n\n${also}${table(['key', 'meaning', 'default or example'], rows)}`;
  }).join('\n\n');
}

function rowsOf(key: string, node: Node, required: boolean, schema: Schema): readonly (readonly string[])[] {
  const definition = schema.$defs[node.$ref?.split('/').at(-1) ?? ''] ?? {};
  const described = node.description ?? definition.description ?? '';
  const [example] = node.examples ?? [];
  const fallback = node.default ?? definition.default;
  const words = (node.enum ?? definition.enum)?.map((value) => `\`${String(value)}\``).join(', ');
  const shown = [
    ...(fallback === undefined ? [] : [`\`${JSON.stringify(fallback)}\``]),
    ...(example === undefined ? [] : [`e.g. \`${JSON.stringify(example)}\``]),
  ];
  const own = [
    `\`${key}\`${required ? ' (required)' : ''}`,
    `${described}${words === undefined ? '' : ` One of ${words}.`}`,
    shown.join(', '),
  ];
  const inner = { ...node.properties, ...node.items?.properties };
  return [
    own,
    ...Object.entries(inner).flatMap(([name, value]) => rowsOf(`${key}.${name}`, value, false, schema)),
  ];
}
