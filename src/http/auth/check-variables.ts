import type { SecretRef } from '../../model/settings.js';
import type { CredentialSettings } from '../options.js';
import { readSigningKey } from './assertion.js';
import { fitsHeader, UNSENDABLE } from './credential.js';

/** An environment variable of a credential, and whether it can be used. */
export interface CheckedVariable {
  readonly name: string;
  /** The setting that names it, such as `providers.redox.auth.privateKey`. */
  readonly setting: string;
  /** What is wrong with it, to follow its name; null where nothing is. Never quotes its value. */
  readonly problem: string | null;
}

type ReadVariable = (name: string) => string | undefined;

/** Looks at the variables that a credential is read from: whether they are set, and in a form that can be used. */
export async function checkVariables(
  credential: CredentialSettings,
  env: ReadVariable,
): Promise<readonly CheckedVariable[]> {
  const { setting } = credential;
  switch (credential.method) {
    case 'bearer':
      return [await check(credential.token, `${setting}.token`, env, bearerProblem)];
    case 'header':
      return [
        await check(credential.token, `${setting}.token`, env, headerProblem),
        ...(await Promise.all(
          Object.entries(credential.headers ?? {}).map(([name, secret]) =>
            check(secret, `${setting}.headers.${name}`, env, headerProblem),
          ),
        )),
      ];
    case 'client-credentials':
      return [
        await check(credential.clientId, `${setting}.clientId`, env, quoteProblem),
        await check(credential.clientSecret, `${setting}.clientSecret`, env, quoteProblem),
      ];
    case 'private-key-jwt':
      return [
        await check(credential.clientId, `${setting}.clientId`, env, quoteProblem),
        await check(credential.keyId, `${setting}.keyId`, env, quoteProblem),
        await check(credential.privateKey, `${setting}.privateKey`, env, keyProblem),
      ];
  }
}

async function check(
  { env: name }: SecretRef,
  setting: string,
  env: ReadVariable,
  problemOf: (value: string) => Promise<string | null> | string | null,
): Promise<CheckedVariable> {
  const value = env(name);
  if (value === undefined) return { name, setting, problem: 'is not set' };
  const trimmed = value.trim();
  if (trimmed === '') return { name, setting, problem: 'is empty' };
  return { name, setting, problem: await problemOf(trimmed) };
}

function bearerProblem(value: string): string | null {
  if (/^bearer\s/iu.test(value)) return 'begins with "Bearer", which rolecall adds itself';
  return headerProblem(value);
}

function headerProblem(value: string): string | null {
  return fitsHeader(value) ? quoteProblem(value) : UNSENDABLE;
}

/** What a shell takes away, and a secret store or a .env file may keep. */
function quoteProblem(value: string): string | null {
  return /^(["']).*\1$/su.test(value) ? 'stands in quotes, which are no part of its value' : null;
}

async function keyProblem(value: string): Promise<string | null> {
  const read = await readSigningKey(value);
  return typeof read === 'string' ? read : null;
}
