import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import {
  type Sandbox,
  type SandboxOptions,
  type SandboxSeed,
  sandboxSystems,
  startSandbox,
} from './start.js';
import { readSeed, SandboxSeedError } from '../../src/sandbox/seed.js';

/** What came back; `status` 0 where the connection was cut. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Empty where the answer was no JSON. */
  readonly json: Body;
}

/** What the tests look into, of all the bodies there are; which are there is for the tests to say. */
interface Body {
  readonly meta: { readonly total: number; readonly page: { readonly links: { readonly next: string } } };
  readonly payload: {
    readonly success: boolean;
    readonly memberships: readonly Row[];
    readonly environments: readonly Row[];
  };
  readonly data: readonly Row[];
  readonly users: readonly Row[];
  readonly total: number;
  readonly message: string;
  readonly success: boolean;
  readonly status: string;
  readonly roleId: string;
  readonly access_token: string;
  readonly error: string;
  readonly error_description: string;
  readonly Meta: { readonly Errors: readonly { readonly Text: string }[] };
}

interface Row {
  readonly id: string;
  readonly assigneeId: string;
  readonly roleId: string;
  readonly user: { readonly id: string };
}

export interface Sent {
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A small seed with fixed tokens, so that no key has to be made. */
export const smallSeed: SandboxSeed = {
  redox: {
    tokens: [
      { variable: 'ALL', token: 'redox-all' },
      { variable: 'OWNER', token: 'redox-owner', actsAs: '1' },
      { variable: 'ADMIN', token: 'redox-admin', actsAs: '2' },
      { variable: 'MEMBER', token: 'redox-member', actsAs: '3' },
      { variable: 'ELSEWHERE', token: 'redox-elsewhere', organizations: ['other'] },
    ],
    organizations: [
      {
        id: '1024',
        name: 'Acme Health',
        members: [
          { id: '1', name: 'Ada Lovelace', email: 'Ada@acme.test', role: 'owner', verified2fa: true },
          { id: '2', name: 'Grace Hopper', email: 'grace@acme.test', role: 'admin' },
          { id: '3', name: 'Alan Turing', email: 'alan@acme.test', role: 'member' },
        ],
        environments: [
          {
            id: 'prod',
            name: 'Production',
            flag: 'Production',
            roles: { engineer: ['ada@acme.test', 'alan@acme.test'] },
          },
          { id: 'a/b c', name: 'Odd', flag: 'Development', roles: {} },
        ],
      },
    ],
  },
  aion: {
    tokens: [
      { variable: 'AION', token: 'aion' },
      { variable: 'NOVA', token: 'aion-nova', accounts: ['nova'] },
      { variable: 'KEY', token: 'aion-key', header: 'X-API-Key' },
    ],
    clients: [{ id: 'robot', secret: 'hush/hush:1', audience: 'https://aion.test' }],
    accounts: [
      {
        id: 'orbit',
        projects: ['apollo', 'gemini'],
        users: [
          { id: 'ada', email: 'ada@acme.test', name: 'Ada' },
          { id: 'lin', email: 'lin@acme.test', name: 'Lin' },
        ],
        groups: [{ id: 'data-science', members: ['lin'] }],
        customRoles: [
          { id: 'billing', name: 'Billing', scope: 'ACCOUNT' },
          { id: 'gemini_only', name: 'Gemini', scope: 'PROJECT', project: 'gemini' },
          { id: 'gpu', name: 'GPU', scope: 'RESOURCE' },
        ],
        assignments: [
          { user: 'ada', role: 'account_admin' },
          { user: 'lin', role: 'project_reader', project: 'apollo' },
          { user: 'lin', role: 'billing', status: 'INACTIVE' },
          { group: 'data-science', role: 'project_reader', project: 'apollo' },
        ],
      },
      { id: 'nova', projects: [], users: [], groups: [], customRoles: [], assignments: [] },
    ],
  },
};

/** A sandbox of the small seed that ends with the test. */
export async function started(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ seed: smallSeed, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const none: Body = JSON.parse('{}');

/** Sends one request; the path goes out as it is, byte for byte. */
export function send(url: string, method: string, path: string, sent: Sent = {}): Promise<Reply> {
  const body = sent.json === undefined ? sent.body : JSON.stringify(sent.json);
  const type = sent.json === undefined ? {} : { 'content-type': 'application/json' };
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const headers = { ...type, ...length, ...sent.headers };
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        const isJson = answer.headers['content-type'] === 'application/json';
        const json: Body = isJson ? JSON.parse(text) : none;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json });
      });
    });
    outgoing.on('error', () => resolve({ status: 0, headers: {}, text: '', json: none }));
    outgoing.end(body);
  });
}

/** Sends with a bearer token. */
export function sendAs(
  token: string,
  url: string,
  method: string,
  path: string,
  sent: Sent = {},
): Promise<Reply> {
  return send(url, method, path, { ...sent, headers: { authorization: `Bearer ${token}`, ...sent.headers } });
}

/** The body and headers of a token request. */
export function form(fields: Readonly<Record<string, string>>): Required<Pick<Sent, 'body' | 'headers'>> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { body: new URLSearchParams(fields).toString(), headers };
}

/** What is wrong with a seed. */
export function seedProblems(seed: unknown): readonly string[] {
  try {
    readSeed(seed, sandboxSystems());
    return [];
  } catch (error) {
    if (error instanceof SandboxSeedError) return error.problems;
    throw error;
  }
}
