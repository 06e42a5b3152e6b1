import { describe, expect, it } from 'vitest';
import type { Reply } from '../rig.js';
import { read, ROWS } from './reading.js';

const three = [...ROWS, { id: 'zed', role: 'member' }];
const page = (path: string) => Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
const rowsOf = (path: string) => three.slice((page(path) - 1) * 2, page(path) * 2);

describe('a total in a header', () => {
  const paging = '{ by: page, parameter: page, size: size, max: 2, total: { header: X-Total } }';
  const answer = (total: Record<string, string>) => (path: string) => ({
    json: rowsOf(path),
    headers: total,
  });

  it('is read to, however the name is written', async () => {
    const { held, complete, asked } = await read(paging, answer({ 'x-total': '3' }));
    expect([held.length, complete, asked.length]).toEqual([3, true, 2]);
  });

  it.each([
    ['missing', {}],
    ['no number', { 'X-Total': 'many' }],
    ['negative', { 'X-Total': '-1' }],
    ['not reached', { 'X-Total': '9' }],
    ['less than what came', { 'X-Total': '1' }],
  ])('that is %s leaves the list not whole', async (_, headers) => {
    const { complete } = await read(paging, answer(headers));
    expect(complete).toBe(false);
  });

  it('is named where it is missing', async () => {
    const { problems } = await read(paging, answer({}));
    expect(problems[0]?.message).toContain('no total stands at the header X-Total');
  });
});

describe('a next page in a header', () => {
  const paging = '{ by: cursor, parameter: page, size: size, max: 2, next: { header: X-Next-Page } }';

  it('is followed until the header is empty', async () => {
    const { held, complete, asked } = await read(paging, (path) => ({
      json: rowsOf(path),
      headers: { 'x-next-page': page(path) === 1 ? '2' : '' },
    }));
    expect([held.length, complete]).toEqual([3, true]);
    expect(asked).toEqual(['/api/orgs/acme/members?size=2', '/api/orgs/acme/members?size=2&page=2']);
  });

  it('that a full page lacks leaves the list not whole', async () => {
    expect((await read(paging, (path) => ({ json: rowsOf(path) }))).complete).toBe(false);
  });
});

describe('a list whose pages go on until one is empty', () => {
  const until =
    '{ by: page, parameter: page, size: size, max: 2, items: data, end: { at: data.0, present: false } }';

  it('is whole after the empty page, even if a page before it is not full', async () => {
    const pages = [[three[0], three[1]], [three[2]], []];
    const { held, complete, asked } = await read(until, (path) => ({
      json: { data: pages[page(path) - 1] },
    }));
    expect([held.length, complete, asked.length]).toEqual([3, true, 3]);
  });

  it('is not whole where an error comes in place of the empty page', async () => {
    const { complete } = await read(until, (path) => ({
      json: page(path) === 1 ? { data: ROWS } : { error: 'too many' },
    }));
    expect(complete).toBe(false);
  });
});

describe('a list that is an object', () => {
  const paging = '{ by: whole, items: members }';
  const entries = (text: string): string =>
    text.replace('person: id, role: role', 'entries: true, person: key, role: value');
  const reply = (members: unknown) => (): Reply => ({ json: { members } });

  it('is read entry by entry, whatever the keys are called', async () => {
    const members: unknown = JSON.parse('{ "ada": "owner", "__proto__": "member", "constructor": "member" }');
    const { held, complete } = await read(paging, reply(members), '', entries);
    expect(held).toEqual([
      'test/org/acme user:__proto__ member active',
      'test/org/acme user:ada owner active',
      'test/org/acme user:constructor member active',
    ]);
    expect(complete).toBe(true);
  });

  it.each([
    ['a list', ROWS],
    ['null', null],
    ['a text', 'ada'],
    ['an object of objects', { ada: { role: 'owner' } }],
  ])('and comes as %s is not whole', async (_, members) => {
    expect((await read(paging, reply(members), '', entries)).complete).toBe(false);
  });
});

describe('a list that says row by row', () => {
  const whole = '{ by: whole, items: data }';
  const invited = ', pending: { at: pending, is: true }';
  const answer = (data: readonly object[], more = invited) => read(whole, () => ({ json: { data } }), more);

  it('who is invited keeps invitations apart, and leaves out those of nobody', async () => {
    const { held, complete } = await answer(
      [
        { id: 'ada', role: 'owner', pending: false },
        { id: 'lin', role: 'member', pending: true },
        { id: null, role: 'member', pending: true },
      ],
      invited,
    );
    expect(held).toEqual(['test/org/acme user:ada owner active', 'test/org/acme user:lin member active']);
    expect(complete).toBe(true);
  });

  it.each([
    ['somebody without an id who is no invitation', { id: null, role: 'member', pending: false }],
    ['a row that does not say whether it is an invitation', { id: 'zed', role: 'member' }],
  ])('who is invited is not whole with %s', async (_, row) => {
    expect((await answer([row])).complete).toBe(false);
  });

  it('nothing, since all of it is inherited, keeps every row', async () => {
    const { held } = await answer(ROWS, ', inherited: true');
    expect(held).toEqual([
      'test/org/acme user:ada owner active inherited',
      'test/org/acme user:lin member active inherited',
    ]);
  });
});

describe('lists that have one role each', () => {
  const whole = '{ by: whole }';
  const both = (text: string): string =>
    text.replace(
      '- { get: "/orgs/{org}/members", person: id, role: role  }',
      '- { get: "/orgs/{org}", items: owners, person: ., as: owner }\n      - { get: "/orgs/{org}", items: members, person: ., as: member }',
    );

  it('in one answer are read at once', async () => {
    const { held, complete, asked } = await read(
      whole,
      () => ({ json: { owners: ['ada'], members: ['lin', 'ada'] } }),
      '',
      both,
    );
    expect(held).toEqual([
      'test/org/acme user:ada member active',
      'test/org/acme user:ada owner active',
      'test/org/acme user:lin member active',
    ]);
    expect([complete, asked]).toEqual([true, ['/api/orgs/acme']]);
  });

  it('are not whole without one of them', async () => {
    expect((await read(whole, () => ({ json: { owners: ['ada'] } }), '', both)).complete).toBe(false);
  });

  it('are not whole where the API lists no such role', async () => {
    const listed = (text: string): string =>
      both(text).replace('[{ id: owner }, { id: member }]', '{ get: /roles, id: id }');
    const { complete, problems } = await read(
      whole,
      (path) => ({ json: path.endsWith('/roles') ? [{ id: 'owner' }] : { owners: ['ada'], members: [] } }),
      '',
      listed,
    );
    expect(complete).toBe(false);
    expect(problems.map(({ message }) => message)).toContain(
      'there is no role "member", which all rows of a list are said to have',
    );
  });

  it('by a role that the file does not list are refused', async () => {
    const wrong = (text: string): string => both(text).replace('as: member', 'as: membre');
    await expect(read(whole, () => ({ json: {} }), '', wrong)).rejects.toThrow('is none of the roles');
  });
});

it('takes a list of roles in a row for what it says, though the kind has but one role', async () => {
  const single = (text: string): string =>
    text.replace('[{ id: owner }, { id: member }]', '[{ id: owner }]').replace('role: role', 'roles: roles');
  const { held } = await read(
    '{ by: whole }',
    () => ({ json: [{ id: 'ada', roles: ['guest'] }] }),
    '',
    single,
  );
  expect(held).toEqual(['test/org/acme user:ada guest active unknown-role']);
});
