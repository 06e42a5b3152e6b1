import { resolve } from 'node:path';
import type { Leak } from '../../recording/leak-search.js';
import { Recorder } from '../../recording/recorder.js';
import type { CommandContext } from '../context.js';
import { writePrivateOutput } from '../write-files.js';
import { NO_SUCH_ID } from './controls.js';
import type { Wires } from './open-case.js';
import type { ProviderCase } from './provider-case.js';
import { recordedModuleName } from './recorded-module.js';

/** What records the cases of a run. */
export interface CaseRecorder {
  readonly wiresOf: (subject: ProviderCase) => Wires;
  /** Writes the file, and says so; where there is none, it says why and returns false. */
  readonly finish: () => Promise<boolean>;
}

/** @param usable the cases again, with the roots whose variables are set */
export function recordCases(
  file: string,
  usable: readonly ProviderCase[],
  { cwd, runtime, events }: CommandContext,
): CaseRecorder {
  const recorder = new Recorder();
  const redactions: ((text: string) => string)[] = [];
  const roots = new Set(usable.flatMap((subject) => subject.roots.map(({ root }) => root.address)));
  return {
    wiresOf: (subject) => ({
      onOpen: ({ redact }) => void redactions.push(redact),
      onExchange: recorder.watch(
        {
          ...subject,
          ...recordedModuleName(subject),
          isUsable: ({ address }) => roots.has(address),
        },
        [NO_SUCH_ID],
      ),
    }),
    finish: async () => {
      // The key is never kept: nobody can find out which pseudonym stands for whom.
      const key = Buffer.from([runtime.uuid(), runtime.uuid(), runtime.uuid()].join(''));
      const { text, leak } = recorder.finish(key, redactions);
      const problem =
        leak === undefined ? await writePrivateOutput(resolve(cwd, file), text) : leakWords[leak];
      const message =
        problem === null
          ? `Wrote ${file}, with pseudonyms in place of ids, names and e-mails. Look at it before you send it.`
          : `No recording was written: ${problem}.`;
      events({ kind: 'note', message });
      return problem === null;
    },
  };
}

const leakWords: Readonly<Record<Leak, string>> = {
  secret: 'it would have held a secret of this run',
  id: 'it would have held an id',
  name: 'it would have held a name',
  email: 'it would have held an e-mail',
  key: 'it would have held a key that may be data',
};
