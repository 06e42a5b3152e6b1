// What a run of the release workflow is to do, and the names and notes of a release. Pure.

/**
 * What to do: `version` opens the pull request of the next version, `publish` releases the version that this push
 * brought, or that a run by hand asks for, `none` does nothing. `before` is the version before the push, null for a run
 * by hand; `tags` are those of the repository. A push may bring a version and newer changesets, as a merge queue makes it:
 * the version comes first, since no later push would release it.
 */
export function releaseMode({ changesets, version, before, tags }) {
  const released = tags.includes(tagOf(version));
  const brought = before !== null && before !== version;
  if (brought && !released) return 'publish';
  if (changesets.length > 0) return 'version';
  return before === null && !released ? 'publish' : 'none';
}

export function tagOf(version) {
  return `v${version}`;
}

/** The tag that moves with the releases of a major version; empty for 0.x, where any release may break, and for a prerelease. */
export function movingTagOf(version) {
  const [, major] = /^(\d+)\.\d+\.\d+$/.exec(version) ?? [];
  return major === undefined || major === '0' ? '' : `v${major}`;
}

/** The tag of npm: a prerelease never becomes what `npm install` takes. */
export function distTagOf(version) {
  return version.includes('-') ? 'next' : 'latest';
}

/** What a changelog says about a version. @throws Error if it says nothing */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split('\n', 1)[0]?.trim() === version);
  const notes = section?.slice(section.indexOf('\n')).trim() ?? '';
  if (notes === '')
    throw new Error(`CHANGELOG.md says nothing about ${version}: run npm run release:version`);
  return `${notes}\n`;
}
