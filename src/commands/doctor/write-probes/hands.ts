import { openAuditLog, type AuditLog } from '../../../engine/audit-log.js';
import { type Connection, connectionTo } from '../../../engine/connection.js';
import type { ProviderSettings } from '../../../model/settings.js';
import type { ValidConfig } from '../../../workspace/valid-config.js';
import { connect, type Opened } from '../../connect.js';
import type { CommandContext } from '../../context.js';
import type { Sender } from './send-write.js';

/** Reads that fail are repeated for so long, in milliseconds: somebody waits, and may hold a role meanwhile. */
const repeatForMs = 10_000;

/** What sends: an interrupt stops what tries, and not what goes back. */
export interface Hands {
  readonly connection: Connection;
  readonly trying: (audit: AuditLog) => Sender;
  readonly goingBack: (audit: AuditLog) => Sender;
  readonly close: () => Promise<void>;
}

/** Opens the connections of a provider. Sends nothing. */
export function openHands(settings: ProviderSettings, config: ValidConfig, context: CommandContext): Hands {
  const { name } = settings;
  const { runtime, events } = context;
  const note = (message: string): void => events({ kind: 'note', message });
  const providers = new Map([...config.settings.providers, [name, settings]]);
  const open = (signal: AbortSignal): Opened =>
    connect({
      ...context,
      modules: config.modules,
      settings: { ...config.settings, providers },
      needed: new Set([name]),
      concurrency: null,
      repeatForMs,
      signal,
    });
  const first = open(context.signal);
  const unending = new AbortController().signal;
  let second: Opened | null = null;
  const connection = connectionTo(first.connections, name);
  return {
    connection,
    trying: (audit) => ({ client: connection.client, signal: context.signal, runtime, audit, note }),
    goingBack: (audit) => {
      second ??= open(unending);
      const { client } = connectionTo(second.connections, name);
      return { client, signal: unending, runtime, audit, note };
    },
    close: async () => {
      await first.close();
      await second?.close();
    },
  };
}

/** Does something with an audit log open. @throws RolecallError where it cannot be opened: nothing is sent then */
export async function withAuditLog<T>(path: string, task: (audit: AuditLog) => Promise<T>): Promise<T> {
  const audit = await openAuditLog(path);
  try {
    return await task(audit);
  } finally {
    await audit.close();
  }
}
