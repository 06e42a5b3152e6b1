import type { Probe, ProbeSubject } from './doctor.js';

/**
 * The probe of a fact that only a write shows. Where nothing could be read nothing can be written, and it says nothing: what
 * stops the reads is told. `remedy`: the command that finds it out.
 */
export function writeFact(
  id: string,
  evidence: string,
  remedy: (subject: ProbeSubject) => string | Promise<string>,
): Probe {
  return {
    id,
    option: null,
    assumes: null,
    when: 'after',
    run: async (subject) =>
      isReadable(subject) ? [{ state: 'needs-write-probe', evidence, remedy: await remedy(subject) }] : [],
  };
}

/** Whether any root could be read whole. */
export function isReadable({ live }: Pick<ProbeSubject, 'live'>): boolean {
  return [...live.values()].some(({ complete }) => complete);
}
