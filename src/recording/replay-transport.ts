import { type RawRequest, type RawResponse, TransportError } from '../http/call.js';
import type { HttpOptions } from '../http/options.js';
import { isInvalidCredential } from '../http/probe.js';
import type { RecordedAnswers, RecordedResponse } from './recorded-answers.js';

/** Answers from a recording in place of the network. What is not in it fails as unrecorded, and as nothing else. */
export function replayTransport(answers: RecordedAnswers): NonNullable<HttpOptions['transport']> {
  return {
    call: async (request) => {
      const answer = request.method === 'GET' ? answers.next(askedFor(request)) : null;
      if (answer === null) throw new TransportError('unrecorded', false, null);
      if (answer.status === 0)
        throw new TransportError('network', true, null, new Error('no answer was recorded'));
      return rawResponse(answer);
    },
    interrupt: () => {},
    close: async () => {},
    destroy: async () => {},
  };
}

function askedFor({ origin, path, headers }: RawRequest): Parameters<RecordedAnswers['next']>[0] {
  const isInvalid = Object.values(headers).some(isInvalidCredential);
  return { origin, path, credential: isInvalid ? 'invalid' : 'own' };
}

function rawResponse({ status, headers, content }: RecordedResponse): RawResponse {
  const byName = new Map(headers.map(({ name, value }) => [name, value]));
  return {
    status,
    latencyMs: 0,
    bytes: Buffer.byteLength(content.text),
    header: (name) => byName.get(name),
    headers: () => Object.fromEntries(byName),
    text: content.text,
  };
}
