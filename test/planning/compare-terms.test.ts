import { describe, expect, test } from 'vitest';
import { acc, dev, future, org, past } from './places.js';
import {
  aionRoot,
  changesOf,
  document,
  type Entry,
  HOUR,
  NOW,
  organization,
  person,
  planOf,
  redoxRoot,
  shown,
} from './world.js';

describe('terms', () => {
  test('a grant has the term "started" when its entry has started', () => {
    const live = [redoxRoot('1', { 1: 'member', 2: 'member' }, { dev: {} })];
    const documents = [
      document(dev, {
        engineer: [
          { who: '1', from: NOW },
          { who: '2', from: NOW + 1 },
        ],
      }),
    ];
    expect(changesOf({ documents, live })).toEqual(['+ redox/environment/dev user:1 engineer [started]']);
  });

  test('a grant has no term when another entry without a from asks for the same', () => {
    const live = [redoxRoot('1', { 1: 'member' }, { dev: {} })];
    const entries = [
      { who: '1', from: past },
      { who: '1', via: 'team:core' },
    ];
    expect(changesOf({ documents: [document(dev, { engineer: entries })], live })).toEqual([
      '+ redox/environment/dev user:1 engineer',
    ]);
    const many = [aionRoot('a', ['1'], {})];
    expect(changesOf({ documents: [document(acc, { auditor: entries })], live: many })).toEqual([
      '+ aion/account/a user:1 auditor',
    ]);
  });

  test('an ended entry is revoked without pruning', () => {
    const live = [
      redoxRoot(
        '1',
        { 1: 'member', 2: 'member', 3: 'member' },
        { dev: { 1: 'engineer', 2: 'engineer', 3: 'support' } },
      ),
    ];
    const documents = [
      document(dev, {
        engineer: [
          { who: '1', until: NOW },
          { who: '2', leaves: NOW },
          { who: '3', until: NOW },
        ],
      }),
    ];
    const run = planOf({ documents, live });
    expect(
      run.plan.changes.map(({ action, principal, term, source }) => [action, principal, term, source?.line]),
    ).toEqual([
      ['revoke', 'user:1', 'ended', 2],
      ['revoke', 'user:2', 'left', 3],
    ]);
    expect(run.plan.unlisted.map(({ principal }) => principal)).toEqual(['user:3']);
  });

  test('an entry that was never in force revokes nothing', () => {
    const live = [redoxRoot('1', { 1: 'member' }, { dev: { 1: 'engineer' } })];
    const entries = [{ who: '1', from: NOW - HOUR, leaves: NOW - 2 * HOUR }];
    expect(changesOf({ documents: [document(dev, { engineer: entries })], live })).toEqual([]);
  });

  test('an ended role in an organization becomes member', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'owner' })];
    const documents = [document(org, { owner: ['2', { who: '1', until: past }] })];
    expect(changesOf({ documents, live })).toEqual(['~ redox/organization/1 user:1 owner > member [ended]']);
    expect(changesOf({ documents: [{ ...documents[0]!, prune: true }], live })).toEqual([
      '~ redox/organization/1 user:1 owner > member [ended]',
    ]);
  });

  test('a pruning organization keeps whom an entry names, ended or to come, and shows them as unlisted', () => {
    const live = [redoxRoot('1', { 1: 'member', 2: 'owner', 3: 'admin', 4: 'member' })];
    const admin = [
      { who: '1', until: past },
      { who: '3', from: future },
    ];
    const documents = [document(org, { owner: ['2'], member: [{ who: '3', until: past }], admin }, true)];
    const { plan } = planOf({ documents, live });
    expect(plan.changes.map(shown)).toEqual(['- redox/organization/1 user:4 member']);
    expect(plan.unlisted.map(({ principal }) => principal)).toEqual(['user:1', 'user:3']);
  });

  test('a pruning organization removes a leaver whose entry ended before', () => {
    const live = [redoxRoot('1', { 1: 'admin', 2: 'owner', 3: 'member' })];
    const admin = [
      { who: '1', until: past - HOUR, leaves: past },
      { who: '3', leaves: past },
    ];
    const documents = [document(org, { owner: ['2'], admin }, true)];
    expect(changesOf({ documents, live })).toEqual([
      '- redox/organization/1 user:1 admin [left]',
      '- redox/organization/1 user:3 member [left]',
    ]);
  });

  test('a leaver in an organization that does not prune is unlisted, with a warning', () => {
    const live = [redoxRoot('1', { 1: 'member', 2: 'owner' })];
    const { plan } = planOf({
      documents: [document(org, { owner: ['2'], admin: [{ who: '1', leaves: past }] })],
      live,
    });
    expect(plan.changes).toEqual([]);
    expect(plan.unlisted.map(({ principal }) => principal)).toEqual(['user:1']);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['left-but-listed']);
  });

  test('one warning names all leavers who are still members', () => {
    const other = organization('2');
    const live = [
      redoxRoot('1', { 1: 'member', 2: 'owner', 3: 'member' }),
      redoxRoot('2', { 1: 'member', 2: 'owner' }),
    ];
    const left = (who: string): Entry => ({ who, leaves: past });
    const documents = [
      document(org, { owner: ['2'], admin: [left('1'), left('3')] }),
      document(other, { owner: ['2'], admin: [left('1')] }),
    ];
    expect(planOf({ documents, live }).plan.warnings.map(({ message }) => message)).toEqual([
      '2 people have left and are still members: u1@acme.test (redox/organization/1, redox/organization/2), u3@acme.test (redox/organization/1); removal needs prune: true in the document, or the dashboard',
    ]);
  });

  test('a leaver loses the role however the entry names them', () => {
    const live = [redoxRoot('1', { 1: 'member' }, { dev: { 1: 'engineer' } })];
    const people = [person('ada', past, { redox: '1@' })];
    expect(changesOf({ documents: [document(dev, { engineer: ['1'] })], live, people })).toEqual([
      '- redox/environment/dev user:1 engineer [left]',
    ]);
  });

  test('a temporary elevation begins and ends as a change', () => {
    const entries = { member: ['1'], owner: ['2', { who: '1', from: past, until: future }] };
    const documents = [document(org, entries)];
    const before = [redoxRoot('1', { 1: 'member', 2: 'owner' })];
    const after = [redoxRoot('1', { 1: 'owner', 2: 'owner' })];
    expect(changesOf({ documents, live: before })).toEqual([
      '~ redox/organization/1 user:1 member > owner [started]',
    ]);
    expect(changesOf({ documents, live: after })).toEqual([]);
    expect(changesOf({ documents, live: after, at: future })).toEqual([
      '~ redox/organization/1 user:1 owner > member [ended]',
    ]);
  });

  test('a named entry beats a team that gives more', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'owner' })];
    const documents = [document(org, { member: ['1'], owner: ['2', { who: '1', via: 'team:core' }] })];
    expect(changesOf({ documents, live })).toEqual(['~ redox/organization/1 user:1 owner > member']);
  });
});
