/** One instruction of a Dockerfile, its continued lines joined. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** Reads a Dockerfile as far as this project's goes: comments, instructions, lines continued by a backslash. */
export function instructionsOf(dockerfile: string): readonly Instruction[] {
  const lines = dockerfile.replaceAll(/^\s*#.*\n/gmu, '').replaceAll(/\\\n\s*/gu, ' ');
  return lines.split('\n').flatMap((line) => {
    const [, name, text] = /^([A-Z]+)\s+(.*?)\s*$/u.exec(line) ?? [];
    return name === undefined || text === undefined ? [] : [{ name, text }];
  });
}
