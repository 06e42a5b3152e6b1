import { canonicalPart } from './address.js';

/**
 * A glob over addresses: `*` is (part of) one segment, `**` any number of segments. Everything else is literal, in any
 * spelling of the ids (`|`, `%7C` and `%7c` are one); a malformed escape fits nothing (see isAddressGlob).
 */
export function addressGlob(glob: string): (address: string) => boolean {
  return segmentsGlob(glob, canonicalPart);
}

/** A glob over names of branches: as one over addresses, but every character is only itself. */
export function branchGlob(glob: string): (branch: string) => boolean {
  return segmentsGlob(glob, (part) => part);
}

function segmentsGlob(glob: string, spelled: Spelled): Test {
  const segments = glob.split('/');
  const wanted = segments.map((segment) => (segment === '**' ? null : segmentTest(segment, spelled)));
  return (text) => sequenceFits(wanted, text.split('/'));
}

/** A glob over role names: `*` is any text; case does not matter. */
export function roleGlob(glob: string): (role: string) => boolean {
  const fits = starTest(folded(glob).split(STARS));
  return (role) => fits(folded(role));
}

/** Whether any of the role globs fits. */
export function anyRole(globs: readonly string[]): (role: string) => boolean {
  const tests = globs.map(roleGlob);
  const known = new Map<string, boolean>();
  return (role) => {
    let fits = known.get(role);
    if (fits === undefined) {
      fits = tests.some((test) => test(role));
      known.set(role, fits);
    }
    return fits;
  };
}

type Test = (text: string) => boolean;
/** A literal part as it stands in what is compared; null where it cannot stand there. */
type Spelled = (part: string) => string | null;

const STARS = /\*+/u;

function segmentTest(segment: string, spelled: Spelled): Test {
  const parts = segment.split(STARS).map(spelled);
  return parts.includes(null) ? () => false : starTest(parts.map((part) => part ?? ''));
}

/**
 * Whether text consists of these parts with any text between them. They are looked for from left to right, once each,
 * so that no pattern takes longer than the product of the lengths.
 */
function starTest(parts: readonly string[]): Test {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
      return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}

/** Whether segments fit, null standing for any number of them: on a dead end only the last null takes one more. */
function sequenceFits(wanted: readonly (Test | null)[], segments: readonly string[]): boolean {
  let [at, want, restartAt, restartWant] = [0, 0, 0, -1];
  while (at < segments.length) {
    const test = wanted[want];
    if (test === null) {
      [restartAt, restartWant] = [at, want];
      want += 1;
    } else if (test?.(segments[at] ?? '') === true) {
      at += 1;
      want += 1;
    } else if (restartWant >= 0) {
      restartAt += 1;
      [at, want] = [restartAt, restartWant + 1];
    } else return false;
  }
  while (wanted[want] === null) want += 1;
  return want === wanted.length;
}

/** Upper case first, so that letters with more than one lower-case form come out alike. */
function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}
