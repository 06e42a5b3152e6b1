// What the package must hold, may hold, and must not do. Pure but for reading the texts that are packed.
import { posix } from 'node:path';

const needed = [
  'LICENSE',
  'README.md',
  'connectors/github.yaml',
  'dist/cli/LICENSES.txt',
  'dist/cli/main.cjs',
  'dist/lib/index.d.ts',
  'dist/lib/index.js',
  'package.json',
  'schemas/access.schema.json',
  'schemas/plan.schema.json',
];
const allowed =
  /^(?:(?:CHANGELOG|CONTRIBUTING|README|SECURITY)\.md|LICENSE|package\.json|bench\/README\.md|(?:connectors|dist\/cli|dist\/lib|docs|examples|schemas)\/.+)$/;
/** Scripts that npm runs without being asked: where a package is installed, or made from git. */
const unasked = /^(?:pre|post)?(?:install|prepare|publish|pack)$|^(?:prepublishOnly|dependencies)$/;
/** Bytes of the tarball, and of its files. */
const limits = { packed: 2_500_000, unpacked: 9_000_000 };

/**
 * What is wrong with a package, in words: `packed` is what `npm pack --json` says of it, `manifest` its package.json, and
 * `read` gives the text of one of its files.
 */
export function packageProblems(packed, manifest, read) {
  const files = new Set(packed.files.map(({ path }) => path));
  return [
    ...needed.filter((path) => !files.has(path)).map((path) => `${path} is missing`),
    ...[...files]
      .filter((path) => !allowed.test(path))
      .map((path) => `${path} does not belong in the package`),
    ...Object.keys(manifest.scripts ?? {})
      .filter((name) => unasked.test(name))
      .map((name) => `the script ${name} runs unasked`),
    ...brokenLinks(files, read),
    ...tooLarge('the tarball', packed.size, limits.packed),
    ...tooLarge('the unpacked package', packed.unpackedSize, limits.unpacked),
  ];
}

function tooLarge(what, size, limit) {
  return size > limit ? [`${what} has ${size} bytes, more than ${limit}`] : [];
}

/** Links of packed texts that lead to no packed file. */
function brokenLinks(files, read) {
  const isThere = (path) => files.has(path) || [...files].some((each) => each.startsWith(`${path}/`));
  const texts = [...files].filter((path) => path.endsWith('.md'));
  return texts.flatMap((text) =>
    [...read(text).matchAll(/\]\((?!https?:|#)([^()#\s]+)/g)]
      .map(([, link]) => posix.join(posix.dirname(text), link).replace(/\/$/, ''))
      .filter((path) => !isThere(path))
      .map((path) => `${text} links ${path}, which is not in the package`),
  );
}
