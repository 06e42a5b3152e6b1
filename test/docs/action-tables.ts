import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Described {
  readonly description: string;
  readonly default?: string | number | boolean;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

function actionFile(): ActionFile {
  return parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as ActionFile;
}

/** The inputs of action.yml as rows. */
export function actionInputs(): readonly (readonly string[])[] {
  return Object.entries(actionFile().inputs).map(([name, { description, default: fallback }]) => [
    `\`${name}\``,
    oneLine(description),
    fallback === undefined || fallback === '' ? '' : `\`${String(fallback)}\``,
  ]);
}

/** The outputs of action.yml as rows. */
export function actionOutputs(): readonly (readonly string[])[] {
  return Object.entries(actionFile().outputs).map(([name, { description }]) => [
    `\`${name}\``,
    oneLine(description),
  ]);
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
