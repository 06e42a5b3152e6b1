import type { ProbeAnswer } from '../../http/probe.js';
import { withArticle } from '../../model/label.js';
import { makeScope, rootTraits } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import type { ProbeRoot } from '../../providers/doctor.js';
import { type CheckDraft, failed, ok } from './check-draft.js';
import type { OpenCase } from './open-case.js';
import { unusableAnswer } from './unusable-answer.js';

/** No system gives such an id to anything. */
export const NO_SUCH_ID = 'rolecall-doctor-no-such-id';

/** Whether an API refuses a credential that cannot be valid. Where it does not, nothing that it says can be trusted. */
export function credentialControl(
  { name, settings, doctor }: OpenCase,
  answer: ProbeAnswer | undefined,
): readonly CheckDraft[] {
  const status = answer?.status;
  if (status === undefined) return [];
  const about = { id: 'invalid-credential', layer: 'behaviour', subject: name } as const;
  const unusable = unusableAnswer(status);
  if (unusable !== null) return [failed(about, unusable.words, unusable.remedy)];
  if (status >= 400) return [ok(about, `an invalid credential is refused (${status})`)];
  if (doctor?.isError?.(answer?.body) === true)
    return [ok(about, `an invalid credential is refused (${status}, but not the list that was asked for)`)];
  return [
    failed(
      about,
      `an invalid credential was answered ${status}: an error cannot be told from success`,
      `Check that ${settings.url} is the API, and that no proxy or login page answers in its place.`,
    ),
  ];
}

/** Whether an API says of an id that cannot exist that it does not. @throws HttpFailure interrupted */
export async function missingIdControl(
  subject: OpenCase,
  { root }: ProbeRoot,
): Promise<readonly CheckDraft[]> {
  const { name, module, doctor, settings } = subject;
  if (doctor === null) return [];
  const missing = makeScope(module.traits, rootTraits(module.traits), NO_SUCH_ID, NO_SUCH_ID);
  const request = { ...doctor.read(missing, settings), credential: credentialName(settings, root) };
  // A read that names no root says nothing of one that is missing.
  if (request.path === doctor.read(root, settings).path) return [];
  const { status, body, failure } = await subject.ask(request);
  const about = { id: 'missing-id', layer: 'behaviour', subject: name } as const;
  if (failure !== undefined) {
    return [failed(about, failure.message, failure.shared?.remedy ?? 'Run rolecall doctor --verbose.')];
  }
  const unusable = status === 429 ? unusableAnswer(status) : null;
  if (unusable !== null) return [failed(about, unusable.words, unusable.remedy)];
  if (status >= 400) return [ok(about, `an id that does not exist is answered ${status}`)];
  if (doctor.isError?.(body) === true)
    return [
      ok(about, `an id that does not exist is answered ${status}, but not with the list that was asked for`),
    ];
  if (doctor.mayBeMissing?.(body) === true)
    return [
      ok(
        about,
        `an id that does not exist is answered ${status} with an empty list: nothing is written in ${withArticle(root.kind)} until something else shows that it exists`,
      ),
    ];
  return [
    failed(
      about,
      `an id that cannot exist was answered ${status}: a missing ${root.kind} would look like an empty one`,
      doctor.missingRemedy ??
        `Check that ${settings.url} is the API, and that no proxy answers in its place.`,
    ),
  ];
}
