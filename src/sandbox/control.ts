import type { Answer } from './answer.js';
import type { Recording } from './recording.js';
import type { SandboxRequest } from './request.js';
import type { Service } from './service.js';

const prefix = '/_sandbox/';

/** Whether a path belongs to the sandbox itself and not to an API. */
export function isControlPath(path: string): boolean {
  return path.startsWith(prefix);
}

/** `GET state`, `GET requests`, `POST reset` and `POST expire-tokens`, all under `/_sandbox/`, without credentials. */
export function controlAnswer(request: SandboxRequest, service: Service, recording: Recording): Answer {
  switch (`${request.method} ${request.path.slice(prefix.length)}`) {
    case 'GET state':
      return { status: 200, json: service.snapshot() };
    case 'GET requests':
      return { status: 200, json: recording.requests };
    case 'POST reset':
      service.reset();
      recording.clear();
      return { status: 200, json: { success: true } };
    case 'POST expire-tokens':
      service.expireTokens();
      return { status: 200, json: { success: true } };
    default:
      return { status: 404, json: { success: false, message: `No such path: ${request.path}` } };
  }
}
