import { type Answer, Refusal, type SandboxRequest } from './messages.js';

/** Handles one matched request; `ids` are the decoded path parameters, in path order. @throws Refusal */
export type Handler = (request: SandboxRequest, ids: readonly string[]) => Answer;

/** One path template, `{}` standing for an id, and its handlers by method. */
export interface Route {
  readonly segments: readonly string[];
  readonly methods: Readonly<Record<string, Handler>>;
}

/** Makes a route of a template such as `/v1/organizations/{}/environments`; that of `/**` takes every path. */
export function route(template: string, methods: Readonly<Record<string, Handler>>): Route {
  return { segments: template.split('/').slice(1), methods };
}

/**
 * Has the route of a request answer it.
 * @throws Refusal 404 for an unknown path, 405 for a method that the path lacks, 400 for a GET with a body and for broken
 *   percent-encoding, and whatever the handler refuses
 */
export function answerBy(routes: readonly Route[], request: SandboxRequest): Answer {
  const segments = request.path.split('/').slice(1);
  const found = routes.find((candidate) => matches(candidate.segments, segments));
  if (found === undefined) throw new Refusal(404, `No such path: ${request.path}`);
  const handler = Object.hasOwn(found.methods, request.method) ? found.methods[request.method] : undefined;
  if (handler === undefined) {
    const allowed = Object.keys(found.methods).join(', ');
    throw new Refusal(405, `${request.method} is not allowed here, only ${allowed}`, { allow: allowed });
  }
  if (request.method === 'GET' && request.body !== '') throw new Refusal(400, 'GET takes no body here');
  return handler(request, segments.filter((_, index) => found.segments[index] === '{}').map(decoded));
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  if (template[0] === '**') return true;
  return (
    template.length === segments.length &&
    template.every((part, index) => (part === '{}' ? segments[index] !== '' : part === segments[index]))
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, `Malformed percent-encoding in path segment "${segment}"`);
  }
}
