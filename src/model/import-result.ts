import type { EditedAssignment } from './edit-result.js';

/** A file that an import wrote, or would write. */
export interface ImportedFile {
  /** Relative to the folder of rolecall.yaml, with `/`. */
  readonly path: string;
  readonly existed: boolean;
}

/** What an import read and wrote. */
export interface ImportResult {
  /** The files that were written, or would have been, sorted by path. */
  readonly files: readonly ImportedFile[];
  /** Whether nothing was to be written. */
  readonly dryRun: boolean;
  /** What the files ask for that they did not, and no longer. */
  readonly changes: readonly EditedAssignment[];
  /** Nothing was written, since the files would have errors then. */
  readonly refused: boolean;
  /** How much was read. */
  readonly scopes: number;
  readonly assignments: number;
  /** What the systems cannot list. */
  readonly notListed: readonly string[];
  /** What was found out on the way. */
  readonly notes: readonly string[];
  /** What could not be read, each cause once. */
  readonly unread: readonly string[];
  /** What no edit of the files can say. */
  readonly stuck: readonly string[];
  /** Files that were written and that `access` of the settings does not cover. */
  readonly uncovered: readonly string[];
  /** Null without `--people`. */
  readonly people: ImportedPeople | null;
}

/** What an import did to people.yaml. People are named by key, sorted. */
export interface ImportedPeople {
  /** The path of people.yaml. */
  readonly file: string;
  readonly added: readonly string[];
  /** People who were found in one more system. */
  readonly found: readonly string[];
  /** People with another e-mail or name than people.yaml has. */
  readonly changed: readonly string[];
  /** People whom a system does not list. */
  readonly gone: readonly string[];
  /** How many entries of the access files name a key instead of an e-mail or id. */
  readonly entries: number;
  /** The teams that were made, with --teams. */
  readonly teams: readonly ImportedTeam[];
}

/** A team that an import made of people who hold the same roles. */
export interface ImportedTeam {
  readonly name: string;
  readonly members: readonly string[];
  /** The roles that name it. */
  readonly roles: readonly { readonly scope: string; readonly role: string }[];
}
