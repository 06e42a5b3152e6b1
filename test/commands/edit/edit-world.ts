import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommandContext } from '../../../src/commands/context.js';
import type { EditOutcome } from '../../../src/commands/edit/edit.js';
import { fileMatcher, type FileTree } from '../../../src/config/file-tree.js';
import { contextIn } from '../context.js';

/** A Friday. */
export const NOW = Date.parse('2026-11-27T09:00:00Z');

const SETTINGS = `version: 1
people: people.yaml
providers:
  redox: { auth: { method: bearer, token: { env: REDOX_TOKEN } } }
  aion: { url: "https://api.aion.xyz", auth: { method: bearer, token: { env: AION_TOKEN } } }
`;

export const PEOPLE = `people:
  ada: { name: Ada Lovelace, redox: ada@acme.test, aion: ada.l } # the first
  grace: { name: Grace Hopper, redox: grace@acme.test, aion: grace.h }
  alan: { name: Alan Turing, redox: "user:33", aion: alan.t }
  lin: { name: Lin Chen, aion: lin }
teams:
  core: [alan, team:oncall] # runs it
  oncall:
    - grace # in winter
`;

export type Files = Readonly<Record<string, string>>;

/** What a command came to, and what the files hold since. */
export interface Edited extends EditOutcome {
  readonly files: Files;
  readonly diff: string;
}

/** Runs an editing command on files in a folder of their own. Settings and people are there if nothing else is given. */
export async function editIn(
  files: Files,
  command: (context: CommandContext) => Promise<EditOutcome>,
): Promise<Edited> {
  const folder = folderOf(files);
  const outcome = await command(contextIn(folder, { at: NOW }));
  const diff = outcome.result.files.map((each) => each.diff).join('');
  return { ...outcome, files: readAll(folder), diff };
}

export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-edit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries({ 'rolecall.yaml': SETTINGS, 'people.yaml': PEOPLE, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export function readAll(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

/** These files as a tree. */
export function textTree(files: Files): FileTree {
  return {
    glob: async (patterns) => Object.keys(files).filter(fileMatcher(patterns)).sort(),
    read: async (path) => {
      const text = files[path];
      return text === undefined ? null : new TextEncoder().encode(text);
    },
  };
}
