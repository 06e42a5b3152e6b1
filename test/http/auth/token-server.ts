import { json, type Loopback, startLoopback } from '../loopback.js';

export interface TokenServer extends Loopback {
  /** The forms of all token requests. */
  readonly forms: () => readonly URLSearchParams[];
  /** The authorization of all other requests. */
  readonly used: () => readonly (string | undefined)[];
}

/** Gives `token-1`, `token-2`, … at /token, and answers other requests with what `admit` says of their authorization. */
export async function startTokenServer(options: {
  readonly expiresIn?: number | string | undefined;
  readonly admit?: (authorization: string, nth: number) => number;
  readonly token?: (nth: number) => { status: number; body: unknown };
}): Promise<TokenServer> {
  let tokens = 0;
  let others = 0;
  const server = await startLoopback((response, received) => {
    if (received.path === '/token') {
      tokens += 1;
      const made = options.token?.(tokens) ?? {
        status: 200,
        body: {
          access_token: `token-${tokens}-of-this-server`,
          token_type: 'Bearer',
          expires_in: options.expiresIn,
        },
      };
      json(response, made.status, made.body);
      return;
    }
    others += 1;
    json(response, options.admit?.(received.headers.authorization ?? '', others) ?? 200, {});
  });
  return {
    ...server,
    forms: () =>
      server.received.filter(({ path }) => path === '/token').map(({ body }) => new URLSearchParams(body)),
    used: () =>
      server.received.filter(({ path }) => path !== '/token').map(({ headers }) => headers.authorization),
  };
}
