import { expect } from 'vitest';
import type { Flow } from './flow.js';

/** Every write that left has a line of its own on disk, sending by sending. */
export function expectAgreement(flow: Flow): void {
  const announced = flow
    .audit()
    .flatMap(({ phase, method, path }) => (phase === 'before' ? [`${method} ${path}`] : []));
  const wire = flow.wire.writes();
  expect([...announced].sort()).toEqual([...wire].sort());
}
