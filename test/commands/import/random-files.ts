import * as fc from 'fast-check';
import { type HeldRole, scopeOf } from './merge-world.js';

const IDS = ['1', '2', '3', '4', '5', '6', '7', '8'];
const MAILS = new Map(IDS.slice(0, 6).map((id) => [id, `u${id}@acme.test`]));
const ROLES = ['owner', 'admin', 'Member', 'no'];
export const PEOPLE = `people:
  ada: { redox: u1@acme.test, aion: "1" }
  alan: { redox: U2@acme.test, aion: { orbit: "2" } }
  grace: { redox: user:7, aion: user:7 }
teams:
  core: [ada, team:oncall]
  oncall: [alan]
`;

export const organization = scopeOf('redox/organization/1024');
export const production = scopeOf('redox/environment/prod', '1024');
export const account = scopeOf('aion/account/orbit');
export const project = scopeOf('aion/project/orbit/apollo');

/** How one entry is written: by what name, in what form, with what around it. */
interface Style {
  readonly name: number;
  readonly form: 'plain' | 'quoted' | 'braces' | 'block' | 'ended' | 'temporary';
  readonly comment: boolean;
  readonly inactive: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  name: fc.nat({ max: 2 }),
  form: fc.constantFrom('plain', 'quoted', 'braces', 'block', 'ended', 'temporary'),
  comment: fc.boolean(),
  inactive: fc.boolean(),
});

const KEYS: Readonly<Record<string, string>> = { '1': 'ada', '2': 'alan', '7': 'grace' };

function nameOf(id: string, { name }: Style): string {
  const names = [KEYS[id], MAILS.get(id), `user:${id}`].filter((text) => text !== undefined);
  return names[name % names.length] ?? `user:${id}`;
}

function entryOf(id: string, how: Style, statuses: boolean, flow: boolean): string {
  const name = nameOf(id, how);
  const status = statuses && how.inactive ? 'inactive' : null;
  const more = status === null ? '' : `, status: ${status}`;
  switch (how.form) {
    case 'plain':
      return status === null ? name : `{ user: ${name}${more} }`;
    case 'quoted':
      return status === null ? `"${name}"` : `{ user: '${name}'${more} }`;
    case 'braces':
      return `{ user: ${name}, reason: "because # it is"${more} }`;
    case 'block':
      return flow
        ? `{ user: ${name} }`
        : `user: ${name}\n      reason: two lines${status === null ? '' : `\n      status: ${status}`}`;
    case 'ended':
      return `{ user: ${name}, until: 2026-01-31${more} }`;
    case 'temporary':
      return `{ user: ${name}, until: 2027-01-31${more} }`;
  }
}

export interface Written {
  readonly role: string;
  readonly flow: 'line' | 'lines' | 'block';
  readonly team: boolean;
  readonly entries: readonly (readonly [string, Style])[];
}

/** Entries that are in order: nobody twice in a document, each role once. */
export const writtenRoles = (exclusive: boolean): fc.Arbitrary<readonly Written[]> =>
  fc
    .tuple(
      fc.shuffledSubarray(IDS),
      fc.array(style, { minLength: IDS.length, maxLength: IDS.length }),
      fc.array(fc.constantFrom<Written['flow']>('line', 'lines', 'block', 'block'), {
        minLength: ROLES.length,
        maxLength: ROLES.length,
      }),
      fc.array(fc.nat({ max: ROLES.length - 1 }), { minLength: IDS.length, maxLength: IDS.length }),
      fc.nat({ max: ROLES.length }),
    )
    .map(([ids, styles, flows, places, team]) =>
      ROLES.map(
        (role, index): Written => ({
          role,
          flow: flows[index] ?? 'block',
          team: !exclusive && team === index,
          entries: ids.flatMap((id, at) => {
            const how = styles[at];
            return how !== undefined && places[at] === index ? [[id, how] as const] : [];
          }),
        }),
      ),
    );

function listText({ role, flow, team, entries }: Written, statuses: boolean): string {
  const inBrackets = flow !== 'block';
  const texts = entries.map(([id, how]) => entryOf(id, how, statuses, inBrackets));
  const all = team ? ['team:core', ...texts] : texts;
  const key = `  # about ${role}\n  "${role}":`;
  if (all.length === 0) return `${key} [] # nobody\n`;
  if (flow === 'line') return `${key} [${all.join(', ')}]\n`;
  if (flow === 'lines') return `${key} [\n${all.map((text) => `    ${text}, # line\n`).join('')}  ]\n`;
  const lines = all.map((text, index) => {
    const commented = entries[team ? index - 1 : index]?.[1].comment === true && !text.includes('\n');
    return `${commented ? `    # before ${index}\n` : ''}    - ${text}${commented ? '   # after' : ''}\n`;
  });
  return `${key}\n${lines.join('')}`;
}

export const held = (exclusive: boolean): fc.Arbitrary<readonly HeldRole[]> => {
  const row = fc.record({
    user: fc.constantFrom(...IDS),
    role: fc.constantFrom('owner', 'admin', exclusive ? 'member' : 'Member', 'no', 'new one'),
    inactive: exclusive ? fc.constant(false) : fc.boolean(),
  });
  return fc.uniqueArray(row, {
    maxLength: 12,
    selector: ({ user, role }) => (exclusive ? user : `${user} ${role}`),
  });
};

export const comments = (text: string): readonly string[] =>
  text.split('\n').filter((line) => /^\s*# (?:about|before|top)/u.test(line));

/** Documents with these roles, one after the other; without people their keys are ids. */
export function accessText(
  documents: readonly (readonly Written[])[],
  heads: readonly string[],
  statuses: boolean,
  people: boolean,
): string {
  const text = documents
    .map((roles, index) => {
      const lists = roles.map((role) => listText({ ...role, team: role.team && people }, statuses));
      return `# top ${index}\n${heads[index]}\nroles:\n${lists.join('')}`;
    })
    .join('---\n');
  return people ? text : text.replace(/\b(?:ada|alan|grace)\b/gu, 'user:9');
}

export const users = IDS.map((id) => (MAILS.has(id) ? `${id}=${MAILS.get(id)}` : id));
export const names = ['owner', 'admin', 'member', 'Member', 'no', 'new one'];
