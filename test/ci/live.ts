import { onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/start.js';
import type { Files } from './remote.js';

/** The sandbox, and files of which one project's readers change. */
export class Live {
  private constructor(readonly sandbox: Sandbox) {}

  static async start(): Promise<Live> {
    const sandbox = await startSandbox();
    onTestFinished(async () => await sandbox.close());
    return new Live(sandbox);
  }

  files(...readers: readonly string[]): Files {
    const settings = ['version: 1', 'prune: listed', ...this.sandbox.settings(this.sandbox.url)];
    return { 'rolecall.yaml': `${settings.join('\n')}\n`, ...access(...readers) };
  }

  /** The users who read the project, sorted. */
  get readers(): readonly string[] {
    const [orbit] = this.sandbox.state().aion?.accounts ?? [];
    const rows = orbit?.assignments ?? [];
    return rows
      .flatMap(({ user, role, project }) =>
        user !== undefined && role === 'project_reader' && project === 'gemini' ? [user] : [],
      )
      .sort();
  }

  /** Takes the role of a reader away by hand. */
  async revoke(user: string): Promise<void> {
    const query = new URLSearchParams({ projectId: 'gemini', assigneeType: 'USER' });
    const url = `${this.sandbox.url}/api/v1/accounts/orbit/roles/project_reader/assignments/${user}?${query.toString()}`;
    const headers = { authorization: `Bearer ${this.sandbox.environment['AION_TOKEN']}` };
    const { status } = await fetch(url, { method: 'DELETE', headers });
    if (status !== 200) throw new Error(`the role could not be revoked: ${status}`);
  }

  /** Requests to the APIs that were no reads, tokens aside. */
  get writes(): readonly string[] {
    return this.sandbox.requests
      .filter(({ method, path }) => method !== 'GET' && !path.includes('token'))
      .map(({ method, path }) => `${method} ${path}`);
  }
}

/** The access file of the project, with these people as readers. */
export function access(...readers: readonly string[]): Files {
  const list = readers.map((name) => `${name}@acme.test`).join(', ');
  return {
    'access/gemini.yaml': `project: gemini\naccount: orbit\nroles:\n  ml_engineer: [margaret@acme.test]\n  project_reader: [${list}]\n`,
  };
}
