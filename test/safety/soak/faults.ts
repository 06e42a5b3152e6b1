import type { FaultPlan } from '../../../src/sandbox/faults.js';

/** A fault, how often it happens, and whether reads meet it too. */
interface Kind {
  readonly name: string;
  readonly rate: number;
  readonly reads: boolean;
  readonly fault: ReturnType<FaultPlan>;
}

const said = (status: number, text = '{"message":"soak"}'): Kind['fault'] => ({
  status,
  text,
  headers: { 'content-type': 'application/json' },
});

const kinds: readonly Kind[] = [
  { name: 'reset before', rate: 0.02, reads: true, fault: 'reset-before' },
  { name: 'reset after', rate: 0.02, reads: true, fault: 'reset-after' },
  { name: '500 before', rate: 0.02, reads: true, fault: 'error-before' },
  { name: '500 after', rate: 0.02, reads: true, fault: 'error-after' },
  { name: '502', rate: 0.007, reads: true, fault: said(502, 'Bad gateway') },
  {
    name: '503',
    rate: 0.007,
    reads: true,
    fault: { status: 503, headers: { 'retry-after': '1' }, text: '' },
  },
  { name: '504', rate: 0.007, reads: true, fault: said(504, '<html>') },
  { name: '429', rate: 0.005, reads: true, fault: said(429) },
  {
    name: '429 with Retry-After',
    rate: 0.005,
    reads: true,
    fault: { status: 429, headers: { 'retry-after': '2' }, text: '' },
  },
  {
    name: 'success: false',
    rate: 0.002,
    reads: false,
    fault: said(200, '{"success":false,"payload":{"success":false}}'),
  },
  { name: '200 with HTML', rate: 0.002, reads: false, fault: said(200, '<html>Sign in</html>') },
  { name: '404', rate: 0.002, reads: false, fault: said(404) },
  { name: '409', rate: 0.002, reads: false, fault: said(409) },
];

/** How often each fault happened. */
export type FaultCounts = Record<string, number>;

/** Every fault at its rate, and every so many requests all tokens run out. */
export function soakFaults(
  chance: () => number,
  counts: FaultCounts,
  expireTokens: () => void,
  expireEach: number,
): FaultPlan {
  return ({ method, path, index }) => {
    if (path.endsWith('/token')) return undefined;
    if (index % expireEach === expireEach - 1) {
      expireTokens();
      counts['tokens expired'] = (counts['tokens expired'] ?? 0) + 1;
    }
    let left = chance();
    for (const { name, rate, reads, fault } of kinds) {
      left -= rate;
      if (left >= 0) continue;
      if (method === 'GET' && !reads) return undefined;
      counts[name] = (counts[name] ?? 0) + 1;
      return fault;
    }
    return undefined;
  };
}
