import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A block of a declarative Jenkinsfile: its head without the brace, what stands in it, and its blocks. */
export interface Block {
  readonly head: string;
  readonly lines: readonly string[];
  /** Shell scripts of this block's own `sh` steps, as the shell gets them. */
  readonly scripts: readonly string[];
  readonly blocks: readonly Block[];
}

/** Comments, then texts in one or three quotes, braces, and the ends of lines. */
const TOKEN = /\/\/[^\n]*|'''[^]*?'''|'(?:[^'\\\n]|\\.)*'|[{}\n]|[^'{}\n/]+|\//gu;

/** Reads examples/ci/jenkins/NAME.Jenkinsfile: the blocks of its pipeline. */
export function jenkinsfile(name: string): Block {
  const path = fileURLToPath(new URL(`../../examples/ci/jenkins/${name}.Jenkinsfile`, import.meta.url));
  const tokens = (readFileSync(path, 'utf8').match(TOKEN) ?? []).filter((token) => !token.startsWith('//'));
  const top = blockOf('', tokens.values());
  const [pipeline] = top.blocks;
  if (pipeline?.head !== 'pipeline') throw new Error(`${name} is no pipeline`);
  return pipeline;
}

function blockOf(head: string, tokens: Iterator<string, undefined>): Block {
  const lines: string[] = [];
  const scripts: string[] = [];
  const blocks: Block[] = [];
  let line = '';
  const endLine = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (;;) {
    const { value } = tokens.next();
    if (value === undefined || value === '}') break;
    if (value === '{') {
      blocks.push(blockOf(line.trim(), tokens));
      line = '';
    } else if (value === '\n') endLine();
    else if (value.startsWith("'''")) {
      if (line.trim() !== 'sh') throw new Error(`a text of several lines after ${line}`);
      scripts.push(scriptOf(value.slice(3, -3)));
      line = '';
    } else line += value;
  }
  endLine();
  return { head, lines, scripts, blocks };
}

/** The text that Groovy makes of what stands between three quotes: a backslash takes the end of its line away. */
function scriptOf(text: string): string {
  const script = text.replaceAll('\\\n', '');
  if (script.includes('\\')) throw new Error('Groovy reads this backslash itself');
  return script;
}

export function blockNamed(block: Block, head: string): Block | undefined {
  return block.blocks.find((one) => one.head === head);
}

/** A stage: when it runs, what it has, what it runs, and what it always runs after that. */
export interface Stage {
  readonly name: string;
  readonly when: string | null;
  readonly environment: ReadonlyMap<string, string>;
  readonly scripts: readonly string[];
  readonly always: readonly string[];
  /** Whether the stages after it run where it fails. */
  readonly caught: boolean;
}

export function stagesOf(pipeline: Block): readonly Stage[] {
  return (blockNamed(pipeline, 'stages')?.blocks ?? []).map((stage) => {
    const post = blockNamed(stage, 'post');
    const always = post === undefined ? undefined : blockNamed(post, 'always');
    return {
      name: /^stage\('(.*)'\)$/u.exec(stage.head)?.[1] ?? '',
      when: blockNamed(stage, 'when')?.lines.join(' ') ?? null,
      environment: environmentOf(stage),
      scripts: deepScripts(blockNamed(stage, 'steps')),
      always: deepScripts(always),
      caught: blockNamed(stage, 'steps')?.blocks.some(({ head }) => head.startsWith('catchError(')) ?? false,
    };
  });
}

/** The lines `NAME = value` of an `environment`. */
export function environmentOf(block: Block): ReadonlyMap<string, string> {
  const lines = blockNamed(block, 'environment')?.lines ?? [];
  return new Map(
    lines.map((line) => {
      const [, name = '', value = ''] = /^(\w+) = (.+)$/u.exec(line) ?? [];
      return [name, value];
    }),
  );
}

/** The scripts of a block and of the blocks in it: withCredentials and catchError change nothing of what runs. */
function deepScripts(block: Block | undefined): readonly string[] {
  return block === undefined ? [] : [...block.blocks.flatMap(deepScripts), ...block.scripts];
}
