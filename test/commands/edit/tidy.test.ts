import { describe, expect, test } from 'vitest';
import { tidyCommand } from '../../../src/commands/edit/tidy/tidy.js';
import { InvalidFilesError } from '../../../src/errors.js';
import { type Edited, editIn, type Files } from './edit-world.js';

const tidy = async (files: Files, before: string | null = null, dryRun = false): Promise<Edited> =>
  await editIn(files, (context) => tidyCommand({ dryRun, before }, context));

const tidied = async (text: string, more: Files = {}): Promise<Edited & { readonly text: string }> => {
  const edited = await tidy({ 'access/a.yaml': text, ...more });
  return { ...edited, text: edited.files['access/a.yaml'] ?? '' };
};

const LEFT = `people:
  ada: { redox: ada@acme.test, aion: ada.l, leaves: 2026-10-31 }
  grace: { redox: grace@acme.test, aion: grace.h }
teams:
  core: [grace, ada] # runs it
  oncall:
    # at night
    - ada@acme.test # she too
    - team:core
`;

describe('tidy', () => {
  test('deletes what has ended where its role is pruned, and leaves every other byte alone', async () => {
    const { text, result, exitCode } = await tidied(`# top
account: orbit
prune: listed
roles:
  engineer: # keep this
    - ada # and her
    # it is over
    - { user: grace, until: 2026-11-26 } # by INC-1
    - user: alan
      until: 2026-11-01
      reason: INC-2

    - { team: core, until: 2099-12-31 }
  support: [{ user: grace, until: 2026-11-01 }]
  viewer: [ alan,   { user: ada, until: 2026-11-01 }, grace ] # three
`);
    expect(text).toBe(`# top
account: orbit
prune: listed
roles:
  engineer: # keep this
    - ada # and her
    # it is over

    - { team: core, until: 2099-12-31 }
  support: []
  viewer: [ alan, grace ] # three
`);
    expect(result.assignments).toEqual([]);
    expect(result.notes).toEqual([]);
    expect(exitCode).toBe(0);
  });

  test('keeps what still revokes a role or names a member, and says why', async () => {
    const text = `organization: "1024"
roles:
  member: [ada]
  owner:
    - { user: ada, until: 2026-11-01 }
    - { user: grace, until: 2026-11-01 }
---
environment: prod
organization: "1024"
prune: false
roles:
  engineer:
    - { user: ada, until: 2026-11-01 }
    - { user: grace, until: 2026-11-02 }
---
account: orbit
prune: listed
roles:
  reader: [{ group: g, until: 2026-11-01 }]
`;
    const { text: after, result } = await tidied(text);
    expect(after).toBe(text.replace('    - { user: ada, until: 2026-11-01 }\n', ''));
    expect(result.notes).toEqual([
      'Kept: 1 entry (access/a.yaml:5), needed in redox/organization/1024: if the role is still held, the entry makes it member',
      'Kept: 2 entries (access/a.yaml:12 and access/a.yaml:13), needed in redox/environment/prod: prune is false here; "prune: listed" in the document or the settings would revoke it',
      'Kept: 1 entry (access/a.yaml:18), needed in aion/account/orbit: groups are never pruned; an entry with a past "until" would revoke it',
    ]);
  });

  test('deletes entries and memberships of people who left, and keeps the people', async () => {
    const text =
      'environment: prod\norganization: "1024"\nprune: true\nroles:\n  engineer: [ada, team:oncall]\n';
    const { text: after, files, diff } = await tidied(text, { 'people.yaml': LEFT });
    expect(after).toBe(text.replace('ada, ', ''));
    expect(files['people.yaml']).toBe(
      LEFT.replace('[grace, ada]', '[grace]').replace('    - ada@acme.test # she too\n', ''),
    );
    expect(diff.match(/^[-+] .*/gmu)).toHaveLength(5);
  });

  test('keeps memberships that a document without prune needs', async () => {
    const text = 'organization: "1024"\nroles:\n  admin: [team:core]\n';
    const { files, result } = await tidied(text, { 'people.yaml': LEFT });
    expect(files['people.yaml']).toBe(LEFT);
    expect(result.notes).toEqual([
      'Kept: 2 entries (people.yaml:5 and people.yaml:8), needed in redox/organization/1024: the person may still be a member of the organization',
    ]);
  });

  test('keeps a membership that gives a role to an e-mail in a system that does not know the person', async () => {
    const people =
      'people:\n  ada: { redox: ada@acme.test, leaves: 2026-10-31 }\nteams: { core: [ada@acme.test] }\n';
    const { files } = await tidied('account: orbit\nroles:\n  reader: [team:core]\n', {
      'people.yaml': people,
    });
    expect(files['people.yaml']).toBe(people);
  });

  test('deletes an entry of a list that two roles share, where it stands', async () => {
    const text = `environment: prod
organization: "1024"
prune: listed
roles:
  engineer: &all
    - { user: ada, until: 2026-11-01 }
    - grace
---
account: orbit
prune: listed
roles:
  reader: &team [{ user: ada, until: 2026-11-01 }, alan]
  writer: *team
`;
    const { text: after } = await tidied(text);
    expect(after).toBe(
      text
        .replace('    - { user: ada, until: 2026-11-01 }\n', '')
        .replace('{ user: ada, until: 2026-11-01 }, ', ''),
    );
  });

  test('deletes only what had ended before a date, and never what is in force', async () => {
    const text = `environment: prod
organization: "1024"
prune: listed
roles:
  engineer:
    - { user: ada, until: 2026-10-31 }
    - { user: grace, until: 2026-11-01 }
    - { user: alan, until: 2026-11-30 }
`;
    const before = async (date: string): Promise<string> => {
      const { files } = await tidy({ 'access/a.yaml': text }, date);
      return files['access/a.yaml'] ?? '';
    };
    expect(await before('2026-11-01')).toBe(text.replace('    - { user: ada, until: 2026-10-31 }\n', ''));
    expect(await before('2099-01-01')).toBe(text.replace(/.*ada.*\n.*grace.*\n/u, ''));
    await expect(before('soon')).rejects.toThrow('--before takes a date, not "soon"');
  });

  test('keeps what a guard counts, and deletes the rest', async () => {
    const owners =
      'organization: "1024"\nprune: true\nroles:\n  owner:\n    - { user: grace, until: 2026-11-01 }\n    - ada\n';
    const settings = `version: 1
people: people.yaml
providers:
  redox: { auth: { method: bearer, token: { env: T } } }
guards: { minHolders: [{ scope: "redox/organization/*", role: owner, min: 2 }] }
`;
    const more =
      'environment: prod\norganization: "1024"\nprune: true\nroles:\n  engineer: [{ user: ada, until: 2026-11-01 }]\n';
    const people =
      'people:\n  ada: { redox: ada@acme.test }\n  grace: { redox: grace@acme.test, leaves: 2026-11-01 }\n';
    const files = {
      'rolecall.yaml': settings,
      'people.yaml': people,
      'access/a.yaml': owners,
      'access/b.yaml': more,
    };
    const { files: after, result, exitCode } = await tidy(files);
    expect(exitCode).toBe(0);
    expect(after['access/a.yaml']).toBe(owners);
    expect(after['access/b.yaml']).toBe(more.replace('{ user: ada, until: 2026-11-01 }', ''));
    expect(result.notes.join('\n')).toContain(
      'since the files would have an error: redox/organization/1024 would keep 1',
    );
  });

  test('keeps a membership whose deletion would be an error of another file', async () => {
    const people =
      'people:\n  ada: { redox: ada@acme.test, leaves: 2026-10-31 }\n  alan: { redox: "user:2" }\nteams: { core: [ada, alan] }\n';
    const text = `organization: "1024"
prune: true
roles: { owner: [team:core] }
---
environment: prod
organization: "1024"
prune: true
roles: { engineer: ["user:5", { user: alan, until: 2026-11-01 }] }
`;
    const { files, result } = await tidied(text, { 'people.yaml': people });
    expect(files['people.yaml']).toBe(people);
    expect(files['access/a.yaml']).toBe(text.replace(', { user: alan, until: 2026-11-01 }', ''));
    expect(result.notes.join('\n')).toMatch(
      /^Kept: 1 entry \(people\.yaml:4\), since the files would have an error: "5" has a role here/u,
    );
  });

  test('refuses files with errors, and writes nothing with --dry-run', async () => {
    const text =
      'environment: prod\norganization: "1024"\nprune: listed\nroles:\n  engineer: [{ user: ada, until: 2026-11-01 }]\n';
    await expect(tidied(`${text}  support: [nobody]\n`)).rejects.toThrow(InvalidFilesError);
    const { diff, files } = await tidy({ 'access/a.yaml': text }, null, true);
    expect(diff).toContain('+  engineer: []');
    expect(files['access/a.yaml']).toBe(text);
  });
});
