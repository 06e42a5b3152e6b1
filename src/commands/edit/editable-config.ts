import type { LoadedConfig } from '../../config/load.js';
import { InvalidFilesError } from '../../errors.js';
import type { Settings } from '../../model/settings.js';
import type { Workspace } from '../../workspace/workspace.js';

/** Files that can be edited. They may have errors: an edit may be what mends them. */
export interface EditableConfig extends LoadedConfig {
  readonly settings: Settings;
  /** Path of rolecall.yaml. */
  readonly settingsFile: string;
  /** The instant that terms are judged at, epoch milliseconds. */
  readonly at: number;
}

/** The files of the working tree. @throws InvalidFilesError where the settings cannot be used */
export async function editableConfig(workspace: Workspace): Promise<EditableConfig> {
  const loaded = await workspace.head();
  const { settings, diagnostics } = loaded;
  if (settings === null)
    throw new InvalidFilesError('the settings have errors, so no file was edited', diagnostics);
  return { ...loaded, settings, settingsFile: workspace.location.file, at: workspace.at };
}
