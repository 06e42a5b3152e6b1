import { boolean, constantFrom, nat, option, record, type Arbitrary, uniqueArray } from 'fast-check';

/** An entry of a generated document. */
interface Entry {
  readonly who: string;
  readonly until: string | null;
  /** How it is written: text, in quotes, in braces or as a block. */
  readonly style: number;
  readonly comment: boolean;
}

interface Role {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** How the list is written: lines, brackets, brackets over several lines, or as an alias of the role before it. */
  readonly style: number;
  /** What its lines begin with: as far in as the name of the role, or further. */
  readonly pad: string;
}

interface Document {
  readonly roles: readonly Role[];
  readonly prune: string;
  readonly inBraces: boolean;
}

export const PEOPLE_KEYS = ['ada', 'bob', 'cy', 'dan', 'eve'] as const;
export const ROLES = ['engineer', 'support', 'viewer'] as const;

/** People of these keys, each known in both systems. */
export const PEOPLE = `people:\n${PEOPLE_KEYS.map((key) => `  ${key}: { redox: ${key}@acme.test, aion: ${key}.x }\n`).join('')}teams:\n  core: [dan, eve]\n`;

/** Heads of the generated documents: an environment, where somebody has one role, and a project, where several. */
const HEADS = ['environment: e1\norganization: "1024"', 'project: p1\naccount: orbit'] as const;
export const ADDRESSES = ['redox/environment/e1', 'aion/project/orbit/p1'] as const;

const entry: Arbitrary<Entry> = record({
  who: constantFrom(...PEOPLE_KEYS, 'zoe@acme.test'),
  until: option(constantFrom('2027-01-31', '2026-01-31'), { nil: null }),
  style: nat(3),
  comment: boolean(),
});

const document = (isExclusive: boolean): Arbitrary<Document> =>
  record({
    roles: uniqueArray(
      record({
        name: constantFrom(...ROLES),
        entries: uniqueArray(entry, { selector: ({ who }) => who, maxLength: 4 }),
        style: nat(isExclusive ? 2 : 3),
        pad: constantFrom('  ', '    ', '        '),
      }),
      { selector: ({ name }) => name, maxLength: 3 },
    ),
    prune: constantFrom('', 'prune: listed\n', 'prune: true\n'),
    inBraces: boolean(),
  }).map((made) => (isExclusive ? withOneRole(made) : made));

/** Two documents in one file, as people may have written it. */
export const writtenFile: Arbitrary<string> = record({
  one: document(true),
  two: document(false),
  start: constantFrom('', '---\n', '%YAML 1.2\n---\n', '# head\n--- # one\n'),
  between: constantFrom('---\n', '...\n---\n', '--- # two\n', '\n---\n\n'),
  crlf: boolean(),
  isOpen: boolean(),
}).map(({ one, two, start, between, crlf, isOpen }) => {
  const count = { comments: 0 };
  const texts = [one, two].map(
    (each, index) => `# doc\n${HEADS[index]}\n${each.prune}${rolesText(each, count)}`,
  );
  const text = `${start}${texts.join(between)}`;
  return (isOpen ? text.trimEnd() : text).replaceAll('\n', crlf ? '\r\n' : '\n');
});

function withOneRole(made: Document): Document {
  const seen = new Set<string>();
  const roles = made.roles.map((role) => ({
    ...role,
    entries: role.entries.filter(({ who }) => !seen.has(who) && seen.add(who)),
  }));
  return { ...made, roles };
}

interface Count {
  comments: number;
}

function rolesText({ roles, inBraces }: Document, count: Count): string {
  if (roles.length === 0) return 'roles: {}\n';
  const isAlias = (index: number): boolean =>
    roles[index]?.style === 3 && roles[index - 1]?.style !== 3 && index > 0;
  if (inBraces) {
    const lists = roles.map(({ name, entries }, index) =>
      isAlias(index)
        ? `${name}: *list${index - 1}`
        : `${name}: &list${index} [${entries.map(flowEntry).join(', ')}]`,
    );
    return `roles: { ${lists.join(', ')} }\n`;
  }
  return `roles:\n${roles.map((role, index) => roleText(role, roles[index - 1], index, count)).join('')}`;
}

function roleText(
  { name, entries, style, pad }: Role,
  before: Role | undefined,
  index: number,
  count: Count,
): string {
  const comment = (each: Entry): string => (each.comment ? ` # c${(count.comments += 1)}` : '');
  if (style === 3 && before !== undefined && before.style !== 3) return `  ${name}: *list${index - 1}\n`;
  const anchor = style === 3 ? '' : ` &list${index}`;
  if (entries.length === 0 || style === 1)
    return `  ${name}:${anchor} [${entries.map(flowEntry).join(', ')}]\n`;
  if (style === 2)
    return `  ${name}:${anchor} [\n${entries.map((each) => `    ${flowEntry(each)},${comment(each)}\n`).join('')}  ]\n`;
  return `  ${name}:${anchor}\n${entries.map((each) => blockEntry(each, comment(each), pad)).join('')}`;
}

function flowEntry({ who, until, style }: Entry): string {
  if (until !== null) return `{ user: ${who}, until: ${until} }`;
  return [who, JSON.stringify(who), `{ user: ${who} }`, `{user: '${who}', reason: x}`][style] ?? who;
}

function blockEntry(each: Entry, comment: string, pad: string): string {
  if (each.style !== 3) return `${pad}- ${flowEntry(each)}${comment}\n`;
  const until = each.until === null ? '' : `\n${pad}    until: ${each.until}`;
  return `${pad}-   user: ${each.who}${comment}${until}\n`;
}
