// Becomes dist/cli/start.cjs: loads program.cjs with what V8 made of it at build time, where that fits this Node.js.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { cachedDataVersionTag, setFlagsFromString } = require('node:v8');
const { constants, Script } = require('node:vm');

// The HTTP parser is WebAssembly. V8 would optimize it in the background, and the process could not end before that is
// done: some 80 ms of every run, for a parser that is quick enough as it is.
setFlagsFromString('--liftoff-only');

/** What most runs need late or never: loading these costs a millisecond or several each. */
const late = new Set([
  'node:async_hooks',
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:http',
  'node:perf_hooks',
  'node:readline',
  'node:tls',
  'node:worker_threads',
  'node:zlib',
]);

const file = join(__dirname, 'program.cjs');
/** What V8 cannot use, or on another kind of machine might not survive, goes by another name. */
exports.codeCacheFile = join(__dirname, `program-${process.arch}-${cachedDataVersionTag()}.cache`);

const script = new Script(readFileSync(file, 'latin1'), {
  filename: file,
  cachedData: cached(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const program = { exports: {} };
const load = (name) => (late.has(name) ? loadedWhenUsed(name) : require(name));
script.runInThisContext()(program.exports, load, program, file, __dirname);

exports.start = program.exports.start;

/** What V8 has made of the program by now. */
exports.codeCache = () => script.createCachedData();

/**
 * Stands for a module of Node.js until something is taken from it. A bundler copies the names of a module it imports
 * whole: there are none yet, and what it then looks for in vain it finds here, in the prototype of its copy.
 */
function loadedWhenUsed(name) {
  const module = new Proxy(
    {},
    {
      get: (_, key) => require(name)[key],
      has: (_, key) => key in require(name),
      ownKeys: () => [],
      getPrototypeOf: () => module,
    },
  );
  return module;
}

/** Undefined where it was not made or cannot be read: it is not needed. */
function cached() {
  try {
    return readFileSync(exports.codeCacheFile);
  } catch {
    return undefined;
  }
}
