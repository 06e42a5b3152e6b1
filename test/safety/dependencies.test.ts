import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Package {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

const parsed = (path: string): Package => {
  const value: Package = JSON.parse(readFileSync(path, 'utf8'));
  return value;
};

const { dependencies = {}, scripts = {} } = parsed('package.json');
const direct = Object.keys(dependencies).sort();

/** Every package that is there at run time, those that packages bring along included. */
function everything(): ReadonlyMap<string, Package> {
  const found = new Map<string, Package>();
  const waiting = [...direct];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const one = parsed(`node_modules/${name}/package.json`);
    found.set(name, one);
    waiting.push(...Object.keys(one.dependencies ?? {}));
  }
  return found;
}

const free = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

describe('the packages at run time', () => {
  test('are few and of exact versions', () => {
    expect(direct.length).toBeLessThanOrEqual(12);
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  });

  test('stand in SECURITY.md with their licences, no more and no fewer', () => {
    const text = readFileSync('SECURITY.md', 'utf8');
    const table = [...text.slice(text.indexOf('## Packages')).matchAll(/^\| (\S+) \| (\S+) \|$/gmu)].map(
      ([, name, licence]) => `${name} ${licence}`,
    );
    const all = everything();
    expect(table.filter((row) => row !== 'package licence')).toEqual(
      direct.map((name) => `${name} ${all.get(name)?.license}`),
    );
  });

  test('have free licences, and no scripts that run when they are installed', () => {
    for (const [name, one] of everything()) {
      expect([name, free.includes(one.license ?? '')]).toEqual([name, true]);
      const run = Object.keys(one.scripts ?? {}).filter((script) => /^(pre|post)?install$/u.test(script));
      expect([name, run]).toEqual([name, []]);
    }
    expect(Object.keys(scripts).filter((script) => /^(pre|post)?install$/u.test(script))).toEqual([]);
  });

  test('and every test that SECURITY.md names is there', () => {
    const rows = readFileSync('SECURITY.md', 'utf8').match(/^\|.*\|.*\|.*\|$/gmu) ?? [];
    const named = rows.flatMap((row) =>
      [...(row.split(' | ').at(-1) ?? '').matchAll(/`([\w/-]+)`/gu)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(40);
    const path = (name: string) => (name.endsWith('/') ? `test/${name}` : `test/${name}.test.ts`);
    expect(named.filter((name) => !existsSync(path(name)) && !existsSync(`test/${name}`))).toEqual([]);
  });
});
