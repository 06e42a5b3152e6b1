/** A glob over addresses: `*` is (part of) one segment, `**` any number of segments. Everything else is literal. */
export function addressGlob(glob: string): (address: string) => boolean {
  const segments = glob.split('/').map((segment) => (segment === '**' ? null : segmentPattern(segment)));
  let pattern = '';
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (segment === null) pattern += last ? '.*' : '(?:[^/]+/)*';
    else pattern += last ? segment : `${segment}/`;
  });
  const expression = new RegExp(`^${pattern}$`, 'su');
  return (address) => expression.test(address);
}

/** A glob over role names: `*` is any text; case does not matter. */
export function roleGlob(glob: string): (role: string) => boolean {
  const expression = new RegExp(`^${glob.split('*').map(escapePattern).join('.*')}$`, 'isu');
  return (role) => expression.test(role);
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

function segmentPattern(segment: string): string {
  return segment.split(/\*+/u).map(escapePattern).join('[^/]*');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
