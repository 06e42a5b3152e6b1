import { expect, test } from 'vitest';

type Manifest = Readonly<Record<string, unknown>>;
interface Repository {
  readonly repositoryProblem: (manifest: Manifest, slug: string | undefined) => string | null;
  readonly withRepository: (manifest: Manifest, slug: string) => Manifest;
}

const { repositoryProblem, withRepository } = (await import(
  new URL('../../scripts/release/repository.mjs', import.meta.url).href
)) as Repository;

const unowned = { name: 'rolecall', license: 'Apache-2.0', type: 'module' };

test('a package without a repository is not released, and the reason says what to run', () => {
  expect(repositoryProblem(unowned, 'acme/rolecall')).toBe(
    'repository in package.json is not set. A release from acme/rolecall needs {"type":"git","url":"git+https://github.com/acme/rolecall.git"}. Run npm run release:repository acme/rolecall and commit package.json.',
  );
});

test('the repository is set once, and homepage and bugs follow from it', () => {
  const owned = withRepository(unowned, 'acme/rolecall');
  expect(Object.keys(owned)).toEqual(['name', 'license', 'repository', 'homepage', 'bugs', 'type']);
  expect(repositoryProblem(owned, 'acme/rolecall')).toBeNull();
  expect(withRepository(owned, 'acme/rolecall')).toEqual(owned);
});

test('a package of another repository, or with a homepage of another, is not released', () => {
  const owned = withRepository(unowned, 'acme/rolecall');
  expect(repositoryProblem(owned, 'fork/rolecall')).toContain(
    'repository in package.json is {"type":"git","url":"git+https://github.com/acme/rolecall.git"}',
  );
  expect(repositoryProblem({ ...owned, homepage: 'https://elsewhere.test' }, 'acme/rolecall')).toContain(
    'homepage in package.json is "https://elsewhere.test"',
  );
  expect(repositoryProblem(owned, undefined)).toContain('not OWNER/NAME');
});
