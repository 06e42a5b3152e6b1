import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaProblems } from '../schema-problems.js';

const settings = (providers: string) =>
  schemaProblems('settings', parse(`version: 1\nproviders:\n  ${providers}\n`) as unknown);
const access = (text: string) => schemaProblems('access', parse(text) as unknown);

describe('the schemas for editors', () => {
  it('take a system that a connector describes, under any name', () => {
    expect(
      settings(
        'github: { connector: github, auth: { method: bearer, token: { env: GITHUB_ACCESS_TOKEN } }, url: "https://api.github.com" }',
      ),
    ).toEqual([]);
    expect(
      settings('grafana: { connector: connectors/grafana.yaml, url: "https://grafana.acme.test" }'),
    ).toEqual([]);
  });

  it('take no other system without a connector, and no key that connectors lack', () => {
    expect(settings('github: { url: "https://api.github.com" }')).not.toEqual([]);
    expect(settings('github: { connector: github, options: { userIdType: string } }')).not.toEqual([]);
  });

  it('take documents of any kind where they name another provider', () => {
    expect(
      access('provider: github\norganization: acme\nroles: { admin: [ada], member: [grace, lin] }'),
    ).toEqual([]);
    expect(access('provider: github\nteam: platform\norganization: acme\nroles: {}')).toEqual([]);
  });

  it('take only their own kinds of the built-in systems', () => {
    expect(access('organization: "1024"\nroles: {}')).toEqual([]);
    expect(access('team: platform\nroles: {}')).not.toEqual([]);
    expect(access('provider: redox\nteam: platform\norganization: "1024"\nroles: {}')).not.toEqual([]);
    expect(access('environment: prod\nroles: {}')).not.toEqual([]);
  });
});
