import { pathProblem } from '../../config/file-tree.js';
import type { RecordingNamed } from '../../config/connector-file.js';
import { errorAt } from '../../config/finding.js';
import { InvalidFilesError, UsageError } from '../../errors.js';
import type { RecordedEntry, RecordedProvider } from '../../generated/recording.js';
import { parseJsonBody } from '../../http/response-body.js';
import { listed } from '../../model/label.js';
import type { Connector, Example } from '../../providers/connector/connector.js';
import { readRecording } from '../../recording/read-recording.js';
import { NO_SUCH_ID } from '../doctor/controls.js';

/** The base URL of examples whose connector names none. Nothing is sent to it. */
export const NOWHERE = 'https://connector.invalid';

/**
 * A connector with the examples that the recording holds which its file names.
 * @param folder that of the connector file; `name`: what settings would call its provider
 * @throws InvalidFilesError where the recording cannot be used
 */
export async function withRecording(
  connector: Connector,
  recording: RecordingNamed | null,
  folder: string,
  name: string,
): Promise<Connector> {
  if (recording === null) return connector;
  const { file, source } = recording;
  const refused = (message: string): InvalidFilesError =>
    new InvalidFilesError('the recording with its examples cannot be used', [
      errorAt('connector', source, message),
    ]);
  const problem = pathProblem(file);
  if (problem !== null)
    throw refused(
      `${JSON.stringify(file)} cannot be used: keep the recording beside this file or below its folder.`,
    );
  try {
    const { providers, entries } = await readRecording(folder, file);
    const provider = providerOf(providers, name);
    if (provider !== null) return { ...connector, examples: examplesOf(provider, entries, connector) };
    const names = listed(providers.map((each) => JSON.stringify(each.name)));
    throw refused(
      `${JSON.stringify(file)} is of ${names}: record one provider alone, or call the file as one of them.`,
    );
  } catch (error) {
    if (error instanceof UsageError) throw refused([error.message, error.hint].filter(Boolean).join('. '));
    throw error;
  }
}

/** The provider that a recording is of; of several the one that the settings call so. */
function providerOf(providers: readonly RecordedProvider[], name: string): RecordedProvider | null {
  const [first, more] = providers;
  if (first !== undefined && more === undefined) return first;
  return providers.find((each) => each.name === name) ?? null;
}

/** What the API answered to the right credential. Of answers to the same request the first. */
function examplesOf(
  { bases }: RecordedProvider,
  entries: readonly RecordedEntry[],
  { url = NOWHERE }: Connector,
): readonly Example[] {
  const { default: origin = '' } = bases;
  const base = url.replace(/\/+$/u, '');
  const examples = new Map<string, Example>();
  for (const { request, response, _credential: credential } of entries) {
    const at = new URL(request.url);
    const asked = `${request.method} ${at.pathname}${at.search}`;
    const isOfApi = at.origin === origin && credential === 'own' && response.status > 0;
    if (!isOfApi || asked.includes(NO_SUCH_ID) || examples.has(asked)) continue;
    const linked = (text: string): string => text.replaceAll(`${origin}/`, `${base}/`);
    const body = parseJsonBody(linked(response.content.text));
    examples.set(asked, {
      request: asked,
      status: response.status,
      headers: Object.fromEntries(response.headers.map((each) => [each.name, linked(each.value)])),
      ...(body === undefined ? {} : { body }),
    });
  }
  return [...examples.values()];
}
