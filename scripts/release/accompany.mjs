// Writes what a release has beside its tarball into a folder: the notes of the version, and the list of what it depends on.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { root } from '../generated-files.mjs';
import { notesOf } from './facts.mjs';

const folder = argv[2];
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
writeFileSync(join(folder, 'notes.md'), notesOf(readFileSync(`${root}CHANGELOG.md`, 'utf8'), version));
writeFileSync(
  join(folder, 'rolecall.spdx.json'),
  execFileSync('npm', ['sbom', '--sbom-format=spdx', '--omit=dev'], { cwd: root }),
);
