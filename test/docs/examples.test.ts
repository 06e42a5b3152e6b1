import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { schemaProblems } from '../schema-problems.js';
import { pages, root } from './pages.js';

/** The schema that a document of an example is written for, by the key that tells; null: it is no file of rolecall. */
function schemaOf(value: unknown): 'access' | 'connector' | 'people' | 'settings' | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('version' in value) return 'settings';
  if ('connector' in value) return 'connector';
  if ('people' in value || 'teams' in value) return 'people';
  return 'roles' in value ? 'access' : null;
}

const examples = pages().flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```yaml\n(.*?)^```$/gmsu)].flatMap(([, text = '']) =>
    parseAllDocuments(text).map((document) => ({
      at: `${page.slice(root.length)}: ${text.split('\n')[0]}`,
      errors: document.errors.map(({ message }) => message),
      value: document.toJS() as unknown,
    })),
  ),
);

test('every YAML example in the documents fits the schema of its file', () => {
  expect(examples.length).toBeGreaterThan(10);
  const problems = examples.flatMap(({ at, errors, value }) => {
    const schema = schemaOf(value);
    const found = schema === null ? [] : schemaProblems(schema, value);
    return [...errors, ...found].map((problem) => `${at}: ${JSON.stringify(problem)}`);
  });
  expect(problems).toEqual([]);
});
