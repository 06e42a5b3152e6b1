// Where the package is developed. Its owner says it once, with `npm run release:repository OWNER/NAME`: repository, homepage
// and bugs of package.json come from that. npm's provenance holds only if the workflow runs in that repository.
import { readFile, writeFile } from 'node:fs/promises';
import { argv, exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

const slugPattern = /^[\w-]+\/[\w.-]+$/;
const manifestPath = new URL('../../package.json', import.meta.url);

/** The fields of package.json that name the repository OWNER/NAME on GitHub. */
export function repositoryFields(slug) {
  const url = `https://github.com/${slug}`;
  return {
    repository: { type: 'git', url: `git+${url}.git` },
    homepage: `${url}#readme`,
    bugs: { url: `${url}/issues` },
  };
}

/** Why a package must not be released from the repository `slug` (OWNER/NAME), in words; null where it may. */
export function repositoryProblem(manifest, slug) {
  if (!slugPattern.test(slug ?? '')) return `GITHUB_REPOSITORY is ${JSON.stringify(slug)}, not OWNER/NAME.`;
  for (const [field, expected] of Object.entries(repositoryFields(slug))) {
    const actual = manifest[field];
    if (JSON.stringify(actual) === JSON.stringify(expected)) continue;
    const is = actual === undefined ? 'is not set' : `is ${JSON.stringify(actual)}`;
    return `${field} in package.json ${is}. A release from ${slug} needs ${JSON.stringify(expected)}. Run npm run release:repository ${slug} and commit package.json.`;
  }
  return null;
}

/** A manifest with the fields of a repository after its license, where npm has them. */
export function withRepository(manifest, slug) {
  const fields = repositoryFields(slug);
  const entries = Object.entries(manifest).filter(([key]) => !Object.hasOwn(fields, key));
  const after = entries.findIndex(([key]) => key === 'license') + 1;
  return Object.fromEntries(entries.toSpliced(after, 0, ...Object.entries(fields)));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const slug = argv[2] ?? '';
  if (!slugPattern.test(slug)) {
    stderr.write(`${JSON.stringify(slug)} is not a repository. Give OWNER/NAME.\n`);
    exit(1);
  }
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  await writeFile(manifestPath, `${JSON.stringify(withRepository(manifest, slug), null, 2)}\n`);
}
