// Becomes dist/cli/start.js: loads program.cjs with what V8 made of it at build time, where that fits this Node.js.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arch } from 'node:process';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';

// The HTTP parser is WebAssembly. V8 would optimize it in the background, and the process could not end before that is
// done: some 80 ms of every run, for a parser that is quick enough as it is.
setFlagsFromString('--liftoff-only');

const file = fileURLToPath(new URL('./program.cjs', import.meta.url));
/** What V8 cannot use, or on another kind of machine might not survive, goes by another name. */
export const codeCacheFile = new URL(`./program-${arch}-${cachedDataVersionTag()}.cache`, import.meta.url);

const parameters = 'exports, require, module, __filename, __dirname';
const script = new Script(`(function (${parameters}) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
  cachedData: cached(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const program = { exports: {} };
script.runInThisContext()(program.exports, createRequire(file), program, file, dirname(file));

export const { start } = program.exports;

/** Undefined where it was not made or cannot be read: it is not needed. */
function cached() {
  try {
    return readFileSync(codeCacheFile);
  } catch {
    return undefined;
  }
}

/** What V8 has made of the program by now. */
export const codeCache = () => script.createCachedData();
