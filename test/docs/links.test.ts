import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pages, root } from './pages.js';

/** The anchors of a page as GitHub makes them: of headings, in lower case, without punctuation, spaces as hyphens. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = withoutCode(readFileSync(path, 'utf8')).matchAll(/^#+ (.+)$/gmu);
  return new Set(
    [...headings].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function withoutCode(text: string): string {
  return text.replaceAll(/^ *```.*?^ *```$/gmsu, '').replaceAll(/`[^`\n]*`/gu, (code) => code.slice(1, -1));
}

function linksOf(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/gu)].map(([, link = '']) => link);
}

test('every link between the documents leads to a file, and to a heading of it', () => {
  const broken = pages().flatMap((page) =>
    linksOf(readFileSync(page, 'utf8'))
      .filter((link) => !/^https?:/u.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? page : resolve(dirname(page), path);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(target).has(anchor);
      })
      .map((link) => `${page.slice(root.length)}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every guide and page of reference is linked from the README', () => {
  const linked = new Set(
    linksOf(readFileSync(`${root}README.md`, 'utf8')).map((link) => resolve(root, link)),
  );
  expect(pages().filter((page) => page.startsWith(`${root}docs/`) && !linked.has(page))).toEqual([]);
});

test('the documents of the package link only what is in the package', () => {
  const { files }: { readonly files: readonly string[] } = JSON.parse(
    readFileSync(`${root}package.json`, 'utf8'),
  );
  const packed = [...files, 'README.md', 'LICENSE'].map((path) => resolve(root, path));
  const isPacked = (path: string): boolean =>
    packed.some((each) => path === each || path.startsWith(`${each}/`));
  const outside = pages()
    .filter(isPacked)
    .flatMap((page) =>
      linksOf(readFileSync(page, 'utf8'))
        .filter((link) => !/^(?:https?:|#)/u.test(link))
        .map((link) => resolve(dirname(page), link.split('#', 1)[0] ?? ''))
        .filter((path) => !isPacked(path))
        .map((path) => `${page.slice(root.length)}: ${path.slice(root.length)}`),
    );
  expect(outside).toEqual([]);
});
