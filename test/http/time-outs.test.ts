import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Timed, TimeOuts } from '../../src/http/time-outs.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Named extends Timed {
  readonly name: string;
}

function named(name: string, expire: () => void = () => undefined): Named {
  return { name, expire, place: -1, dueTick: 0 };
}

const namesIn = (flights: TimeOuts<Named>): readonly string[] => [...flights].map(({ name }) => name).sort();

describe('what is in flight', () => {
  it('is ended once its time is over, never before, and each in its own time', () => {
    const ended: string[] = [];
    const flights = new TimeOuts<Named>(1000);
    flights.add(
      named('long', () => ended.push('long')),
      1000,
    );
    flights.add(
      named('short', () => ended.push('short')),
      100,
    );
    vi.advanceTimersByTime(100);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(ended).toEqual(['short']);
    vi.advanceTimersByTime(799);
    expect(ended).toEqual(['short']);
    vi.advanceTimersByTime(152);
    expect(ended).toEqual(['short', 'long']);
    expect(namesIn(flights)).toEqual([]);
  });

  it('leaves whichever of it is done, in any order, and nothing else', () => {
    const flights = new TimeOuts<Named>(1000);
    const all = ['a', 'b', 'c', 'd'].map((name) => named(name));
    for (const flight of all) flights.add(flight, 1000);
    const [a, b, , d] = all;
    for (const flight of [b, d, b]) if (flight !== undefined) flights.remove(flight);
    expect(namesIn(flights)).toEqual(['a', 'c']);
    if (a !== undefined) flights.remove(a);
    flights.add(named('e'), 1000);
    flights.remove(named('stranger'));
    expect(namesIn(flights)).toEqual(['c', 'e']);
  });

  it('may change while it is walked and while it is ended', () => {
    const flights = new TimeOuts<Named>(100);
    for (const name of ['a', 'b', 'c']) flights.add(named(name), 1000);
    for (const flight of flights) flights.remove(flight);
    expect(namesIn(flights)).toEqual([]);
    flights.add(
      named('old', () => flights.add(named('new'), 1000)),
      10,
    );
    vi.advanceTimersByTime(50);
    expect(namesIn(flights)).toEqual(['new']);
  });

  it('sets no alarm while there is nothing', () => {
    const flights = new TimeOuts<Named>(1000);
    const one = named('one');
    flights.add(one, 1000);
    flights.remove(one);
    vi.advanceTimersByTime(50);
    expect(vi.getTimerCount()).toBe(0);
    flights.add(one, 1000);
    flights.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
