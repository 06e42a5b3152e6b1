import type { HttpResponse } from '../../http/request.js';
import { fieldsOf, idOf, shown } from '../fields.js';
import type { WriteStep } from '../provider.js';

/**
 * A DELETE succeeded where the answer says `success: true` (N3), a POST or PUT where it echoes what was sent (N1, N2);
 * null then.
 */
export function aionRefusal({ request }: WriteStep, { body }: HttpResponse): string | null {
  const answer = fieldsOf(body);
  if (request.method === 'DELETE') {
    return answer['success'] === true ? null : `the answer does not say success: true, but ${shown(body)}`;
  }
  for (const [field, sent] of Object.entries(expectedEcho(request.path, fieldsOf(request.body)))) {
    if (idOf(answer[field]) !== sent) {
      return `the answer does not echo ${field} ${shown(sent)}, but says ${shown(answer[field])}`;
    }
  }
  return null;
}

/** What the answer repeats: of a POST its body, and that it is active; of a PUT the ids in its path. */
function expectedEcho(
  path: string,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const match = /\/roles\/([^/?]+)\/assignments\/([^/?]+)(?:\?|$)/u.exec(path);
  const { assigneeType } = body;
  if (match === null) {
    return { assigneeId: body['assigneeId'], assigneeType, roleId: body['roleId'], status: 'ACTIVE' };
  }
  const [, roleId = '', assigneeId = ''] = match;
  return {
    assigneeId: decodeURIComponent(assigneeId),
    assigneeType,
    roleId: decodeURIComponent(roleId),
    status: body['status'],
  };
}
