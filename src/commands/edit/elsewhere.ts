import type { LoadedConfig } from '../../config/load.js';
import { RolecallError } from '../../errors.js';
import type { DesiredAssignment } from '../../model/desired.js';
import { byCodeUnit } from '../../model/ordering.js';
import { refKey } from '../../model/principal.js';

/**
 * Holds an edit against what it is about: whatever the texts look like, nobody else gains or loses anything.
 * @throws RolecallError where somebody would, which is a defect of the editor
 */
export function refuseElsewhere(
  before: LoadedConfig,
  after: LoadedConfig,
  isMeant: (assignment: DesiredAssignment) => boolean,
): void {
  const [old, now] = [othersOf(before, isMeant), othersOf(after, isMeant)];
  const index = old.findIndex((each, at) => each !== now[at]);
  if (index === -1 && old.length === now.length) return;
  const other =
    old.find((each) => !now.includes(each)) ?? now.find((each) => !old.includes(each)) ?? old[index];
  const [scope, role] = JSON.parse(other ?? '["",""]') as readonly string[];
  throw new RolecallError(`this edit would also change who has ${role} in ${scope}, so nothing was written`, {
    hint: 'Edit the file by hand. This is a defect of rolecall: please report it with the document.',
  });
}

/** An edit after which the files do not ask for what was wished, which is a defect of the editor. */
export function notDone(): RolecallError {
  return new RolecallError('this edit would not do what was asked, so nothing was written', {
    hint: 'Edit the file by hand. This is a defect of rolecall: please report it with the document.',
  });
}

function othersOf(
  { desired }: LoadedConfig,
  isMeant: (assignment: DesiredAssignment) => boolean,
): readonly string[] {
  return desired.scopes
    .flatMap(({ scope, assignments }) =>
      assignments
        .filter((each) => !isMeant(each))
        .map(({ principal, role, status, via, from, until, leaves, reason }) =>
          JSON.stringify([scope.address, role, refKey(principal), status, via, from, until, leaves, reason]),
        ),
    )
    .sort(byCodeUnit);
}
