import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './pages.js';

interface Form {
  readonly body: readonly Field[];
}
interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validations?: Readonly<Record<string, unknown>>;
}

const folder = `${root}.github/ISSUE_TEMPLATE/`;
const forms = readdirSync(folder).filter((name) => name !== 'config.yml');
const text = (name: string): string => readFileSync(folder + name, 'utf8');

/** What GitHub's syntax for issue forms lets each type of field have, of those that are used here. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  markdown: ['value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
  input: ['label', 'description', 'placeholder', 'value'],
};

test.each(forms)('GitHub can show the form %s', (name) => {
  const form = parse(text(name)) as Form;
  expect(Object.keys(form)).toEqual(['name', 'description', 'labels', 'body']);
  const asked = form.body.filter(({ type }) => type !== 'markdown');
  for (const { type, attributes, validations = {} } of form.body) {
    expect(Object.keys(attributes).filter((key) => !attributesOf[type]?.includes(key))).toEqual([]);
    expect(Object.keys(validations).filter((key) => key !== 'required')).toEqual([]);
  }
  for (const { id, attributes } of asked) {
    expect(id).toMatch(/^[\w-]+$/u);
    expect(attributes['label']).toBeTypeOf('string');
  }
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  expect(new Set(asked.map(({ attributes }) => attributes['label'])).size).toBe(asked.length);
});

test('nobody is asked to report a vulnerability in public, and no issue comes without a form', () => {
  for (const name of forms) expect(text(name)).toContain('vulnerabilities in private: see SECURITY.md');
  expect(parse(text('config.yml'))).toEqual({ blank_issues_enabled: false });
});
