import {
  type PrincipalId,
  type PrincipalKind,
  principalAddress,
  type PrincipalRef,
  userRef,
} from './principal.js';
import { encodeId, isId } from './scope.js';

const KINDS: readonly PrincipalKind[] = ['user', 'group'];

/** What a part of an address spells, its percent escapes read; null where one is malformed. */
export function decodeId(text: string): string | null {
  try {
    const id = text.includes('%') ? decodeURIComponent(text) : text;
    return id.isWellFormed() ? id : null;
  } catch {
    return null;
  }
}

/** A part of an address in the one spelling that is compared: any spelling of an id comes out alike. */
export function canonicalPart(text: string): string | null {
  const id = decodeId(text);
  return id === null ? null : encodeId(id);
}

/** The address of a scope in the spelling that is compared; null where an escape in it is malformed. */
export function canonicalAddress(address: string): string | null {
  const parts: string[] = [];
  for (const part of address.split('/')) {
    const canonical = canonicalPart(part);
    if (canonical === null) return null;
    parts.push(canonical);
  }
  return parts.join('/');
}

/** Whether a glob over addresses can be read: every escape in it is whole. */
export function isAddressGlob(glob: string): boolean {
  return glob.split(/[*/]/u).every((part) => decodeId(part) !== null);
}

/** Reads `user:ID` or `group:ID` in any spelling of the id; null where the text is not the address of a principal. */
export function parsePrincipalAddress(text: string): PrincipalId | null {
  const kind = KINDS.find((each) => text.startsWith(`${each}:`));
  if (kind === undefined) return null;
  const id = decodeId(text.slice(kind.length + 1));
  return id !== null && isId(id) ? { kind, id } : null;
}

/** `user:ID` or `group:ID` in the spelling that is compared; null where the text is not the address of a principal. */
export function principalNamed(text: string): string | null {
  const principal = parsePrincipalAddress(text);
  return principal === null ? null : principalAddress(principal.kind, principal.id);
}

/** The user whom `self` of the settings names, by an address or an e-mail; null where it is neither. */
export function refOfSelf(self: string): PrincipalRef | null {
  const principal = parsePrincipalAddress(self);
  return principal === null ? userRef(self) : { kind: principal.kind, by: 'id', value: principal.id };
}
