/** One key of a schema: its path, what it means, its default. */
export type Row = readonly [path: string, meaning: string, fallback: string];

interface Node {
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
}

/** The keys of a JSON Schema in its own order, nested ones by path, down to where `stop` says. */
export function schemaRows(
  schema: Node & { readonly $defs?: Readonly<Record<string, Node>> },
): readonly Row[] {
  const follow = (node: Node): Node => {
    if (node.$ref === undefined) return node;
    const found = schema.$defs?.[node.$ref.split('/').at(-1) ?? ''];
    return found === undefined ? node : { ...follow(found), ...node };
  };
  const rows = (written: Node, path: string): readonly Row[] => {
    const node = follow(written);
    const own: Row[] =
      path === ''
        ? []
        : [
            [
              `\`${path}\``,
              node.description ?? '',
              node.default === undefined ? '' : `\`${JSON.stringify(node.default)}\``,
            ],
          ];
    const inner = Object.entries(node.properties ?? {}).flatMap(([key, value]) =>
      rows(value, path === '' ? key : `${path}.${key}`),
    );
    const items = node.items === undefined ? [] : rows(node.items, `${path}[]`).slice(1);
    const values =
      typeof node.additionalProperties === 'object'
        ? rows(node.additionalProperties, `${path}.*`).slice(1)
        : [];
    return [...own, ...inner, ...items, ...values];
  };
  return rows(schema, '');
}
