import { account, environment, HOUR, NOW, organization } from './world.js';

// Where and when most of these tests take place.
export const org = organization('1');
export const dev = environment('1', 'dev');
export const acc = account('a');
export const past = NOW - HOUR;
export const future = NOW + HOUR;
