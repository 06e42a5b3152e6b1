import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import addFormats from 'ajv-formats';
import { type Document, OpenAPIBackend, type Operation } from 'openapi-backend';
import { parse } from 'yaml';

/** The paths of the OpenAPI documents of both APIs. */
export const openApiDocuments: readonly string[] = ['redox', 'aion'].map((name) =>
  fileURLToPath(new URL(`../providers/${name}/openapi.yaml`, import.meta.url)),
);

/** Something that went over the wire and is not as the documents describe it. */
export interface Violation {
  readonly direction: 'request' | 'answer';
  readonly method: string;
  readonly path: string;
  readonly message: string;
}

/** One message pair as it was seen on the wire; `status` 0 where no answer came. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly status: number;
  readonly answerType: string;
  readonly answer: string;
}

export type ExchangeCheck = (exchange: Exchange) => readonly Violation[];

/** Reads OpenAPI documents (paths of YAML files) into a check of exchanges. */
export async function readExchangeCheck(documents: readonly string[]): Promise<ExchangeCheck> {
  const apis = await Promise.all(documents.map(load));
  return (exchange) => {
    const { method, path } = exchange;
    const found = apis.flatMap((api) => {
      const operation = api.router.matchOperation({ method, path, headers: {} });
      return operation === undefined ? [] : [{ api, operation }];
    })[0];
    if (found === undefined) {
      return [{ direction: 'request', method, path, message: 'no document has this method and path' }];
    }
    const { api, operation } = found;
    const request = requestFindings(api, operation, exchange);
    const answer = exchange.status === 0 ? [] : answerFindings(api, operation, exchange);
    return [
      ...request.map((message) => ({ direction: 'request', method, path, message }) as const),
      ...answer.map((message) => ({ direction: 'answer', method, path, message }) as const),
    ];
  };
}

async function load(path: string): Promise<OpenAPIBackend> {
  const definition = parse(await readFile(path, 'utf8')) as Document;
  const api = new OpenAPIBackend({
    definition,
    // Its own check of documents knows OpenAPI 3.0 only.
    quick: true,
    coerceTypes: true,
    ajvOpts: { strict: false, allErrors: true },
    customizeAjv: (ajv) => {
      addFormats.default(ajv);
      return ajv;
    },
  });
  await api.init();
  return api;
}

function requestFindings(api: OpenAPIBackend, operation: Operation, exchange: Exchange): string[] {
  const { method, path, query, headers, body } = exchange;
  const findings: string[] = [];
  const content =
    operation.requestBody !== undefined && 'content' in operation.requestBody
      ? operation.requestBody.content
      : {};
  const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
  if (body !== '' && !Object.hasOwn(content, type))
    findings.push(`a body of type "${type}" is not described`);
  if (operation.security?.length !== 0 && headers.authorization === undefined)
    findings.push('no Authorization header');
  const parsedBody =
    type === 'application/x-www-form-urlencoded' ? Object.fromEntries(new URLSearchParams(body)) : body;
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ?? '']));
  const checked = api.validator.validateRequest(
    { method, path, query, headers: plain, ...(body === '' ? {} : { body: parsedBody }) },
    operation,
  );
  return [...findings, ...describe(checked.errors)];
}

function answerFindings(api: OpenAPIBackend, operation: Operation, exchange: Exchange): string[] {
  const { status, answer, answerType } = exchange;
  const refused = status >= 300;
  const described = operation.responses?.[String(status)];
  if (!refused && described !== undefined && !('content' in described))
    return answer === '' ? [] : ['an answer with a body that is not described'];
  if (!refused && answerType !== 'application/json') return [`an answer of type "${answerType}"`];
  if (!refused && !Object.hasOwn(operation.responses ?? {}, String(status)))
    return [`status ${status} is not described`];
  if (refused && answerType !== 'application/json') return [];
  return describe(api.validator.validateResponse(JSON.parse(answer), operation, status).errors);
}

interface Finding {
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params?: unknown;
}

function describe(errors: readonly Finding[] | null | undefined): string[] {
  return (errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
