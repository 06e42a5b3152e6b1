import { basename, dirname, resolve } from 'node:path';
import { diskTree, statsOf } from '../config/disk-tree.js';
import type { FileTree } from '../config/file-tree.js';
import { type LoadedConfig, loadConfig, type LoadOptions } from '../config/load.js';
import { RolecallError, UsageError } from '../errors.js';
import { isSubmodule, openRepository, type Repository, resolveRevision } from '../git/locate.js';
import { commitTree, revisionTree } from '../git/revision-tree.js';
import type { ProviderModule } from '../providers/provider.js';
import type { ValidConfig } from './valid-config.js';
import { overlayTree, type RecordedTree, recordedTree } from './trees.js';

export interface WorkspaceOptions {
  /** Path of rolecall.yaml, absolute or relative to `cwd`. */
  readonly config: string;
  readonly cwd: string;
  /** The top of the checkout that the files are in, where that is known from outside; else it is looked for. */
  readonly checkout?: string | null;
  /** The instant that the run is as of, epoch milliseconds. */
  readonly at: number;
  /** The providers that the files may name. */
  readonly modules: readonly ProviderModule[];
  /** Reads and checks a tree; left out but by those who watch what is read. */
  readonly load?: (options: LoadOptions) => Promise<LoadedConfig>;
}

/** Where rolecall.yaml is. */
export interface ConfigLocation {
  /** The folder of rolecall.yaml; what the files name is relative to it. */
  readonly folder: string;
  readonly file: string;
  readonly checkout: string | null;
}

interface LoadedRevision {
  readonly tree: RecordedTree;
  readonly config: LoadedConfig;
  /** Whether rolecall.yaml is in it. */
  readonly exists: boolean;
}

/**
 * The files of a run: those of the working tree and of git revisions, as of one instant. Nothing is read until it is
 * asked for, and every tree is read and checked once, however often it is asked for and by whatever name.
 */
export class Workspace {
  readonly location: ConfigLocation;
  readonly at: number;
  readonly modules: readonly ProviderModule[];
  /** The files of the working tree. */
  readonly tree: FileTree;
  readonly #named: string;
  readonly #loadTree: (options: LoadOptions) => Promise<LoadedConfig>;
  readonly #commits = new Map<string, Promise<string>>();
  readonly #revisions = new Map<string, Promise<LoadedRevision>>();
  #head: Promise<LoadedConfig> | null = null;
  #overlay: { readonly texts: ReadonlyMap<string, string>; readonly config: Promise<LoadedConfig> } | null =
    null;
  #repository: Promise<Repository> | null = null;

  constructor({ config, cwd, checkout = null, at, modules, load = loadConfig }: WorkspaceOptions) {
    const path = resolve(cwd, config);
    this.#named = config;
    this.#loadTree = load;
    this.location = { folder: dirname(path), file: basename(path), checkout };
    this.at = at;
    this.modules = modules;
    this.tree = diskTree(this.location.folder);
  }

  /** The files of the working tree, errors and all. @throws UsageError where there is no rolecall.yaml */
  async head(): Promise<LoadedConfig> {
    this.#requireConfig();
    this.#head ??= this.#load(this.tree);
    return await this.#head;
  }

  /**
   * The files of the working tree with other texts by path, or further ones, errors and all. Of such trees the latest is
   * remembered. @throws UsageError where there is no rolecall.yaml
   */
  async withTexts(texts: ReadonlyMap<string, string>): Promise<LoadedConfig> {
    if (texts.size === 0) return await this.head();
    this.#requireConfig();
    if (this.#overlay === null || !isSame(this.#overlay.texts, texts))
      this.#overlay = { texts: new Map(texts), config: this.#load(overlayTree(this.tree, texts)) };
    return await this.#overlay.config;
  }

  /**
   * The files of a git revision, errors and all; null where it has no rolecall.yaml.
   * @throws RolecallError outside of a repository and without git; UsageError for an unknown revision
   */
  async revision(revision: string): Promise<LoadedConfig | null> {
    const { config, exists } = await this.#revision(revision);
    return exists ? config : null;
  }

  /**
   * The files of a git revision whose settings are trusted to say where credentials go, and by which modules.
   * @throws RolecallError where it has none that can be used; UsageError in a submodule, since a change can bring that along
   */
  async trusted(revision: string): Promise<ValidConfig> {
    const repository = await this.repository();
    if (isSubmodule(repository)) {
      throw new UsageError(
        `${JSON.stringify(repository.top)} is a submodule, so no revision of it says where credentials go`,
        {
          hint: 'Check out the repository of the settings by itself: a change under review can add a submodule.',
        },
      );
    }
    const loaded = await this.revision(revision);
    const settings = loaded?.settings ?? null;
    if (loaded !== null && settings !== null) return { ...loaded, settings };
    throw new RolecallError(
      `revision ${JSON.stringify(revision)} has no ${this.location.file} that can be used`,
      {
        hint: 'That revision says where credentials go, never the change under review.',
      },
    );
  }

  /**
   * Whether two git revisions agree in every file that the configuration reads, so that a plan of one is a plan of the
   * other. The first is read and checked, of the second only these files are read.
   */
  async readsTheSame(one: string, other: string): Promise<boolean> {
    const { tree } = await this.#revision(one);
    return await tree.agreesWith(await revisionTree(await this.repository(), other));
  }

  /** The repository that the files are in. @throws RolecallError where they are in none */
  async repository(): Promise<Repository> {
    this.#repository ??= openRepository(this.location);
    return await this.#repository;
  }

  async #revision(revision: string): Promise<LoadedRevision> {
    const repository = await this.repository();
    const commit = await once(this.#commits, revision, () => resolveRevision(repository, revision));
    return await once(this.#revisions, commit, async () => {
      const tree = recordedTree(await commitTree(repository, commit));
      const exists = (await tree.read(this.location.file)) !== null;
      return { tree, config: await this.#load(tree), exists };
    });
  }

  #load(tree: FileTree): Promise<LoadedConfig> {
    const { at, modules, location } = this;
    return this.#loadTree({ tree, configFile: location.file, modules, now: at });
  }

  #requireConfig(): void {
    const named = JSON.stringify(this.#named);
    const found = statsOf(resolve(this.location.folder, this.location.file));
    if (found?.isDirectory() === true) {
      throw new UsageError(`${named} is a folder`, { hint: 'Name the file in it with -c.' });
    }
    if (found?.isFile() !== true) {
      throw new UsageError(`there is no ${named} here`, {
        hint: 'Run rolecall init to write a starter, or name the file with -c.',
      });
    }
  }
}

/** The files that a configuration was read from, relative to its folder. */
export function filesRead(
  { file }: ConfigLocation,
  { settings, desired, connectorFiles }: LoadedConfig,
): ReadonlySet<string> {
  const people = settings?.people ?? null;
  return new Set([
    file,
    ...connectorFiles,
    ...(people === null ? [] : [people]),
    ...desired.scopes.map(({ source }) => source.file),
  ]);
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
}
