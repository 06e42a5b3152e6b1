import type { Document, DocumentOptions, ParseOptions, SchemaOptions, YAMLError } from 'yaml';
import { Composer, isScalar, Lexer, LineCounter, Parser } from 'yaml';
import { decodeText } from '../model/decode-text.js';
import { quote } from '../model/label.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { MAX_BYTES, TOO_LARGE } from './file-tree.js';
import { addAll, errorAt, inFile } from './finding.js';
import { MAX_DEPTH, MAX_FINDINGS, YamlDocument, type YamlText } from './yaml-document.js';
import { syntaxFindings, withoutOtherTabs } from './yaml-errors.js';
import { conflictFindings, doubtOf } from './yaml-mistakes.js';

/**
 * YAML 1.2 with the core schema, no merge keys and no other tags. Who reads a file and who edits it must take it for the
 * same data, so both use these. Keys that stand twice are found where the data is made, with both positions.
 */
export const yamlOptions: DocumentOptions & ParseOptions & SchemaOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
};

/** What a file holds, and what is wrong with it. */
export interface YamlFile {
  /** The documents that could be read, empty ones left out. */
  readonly documents: readonly YamlDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads YAML 1.2 (core schema, no merge keys, no other tags) as data with a position for every value. Size, depth and
 * what aliases expand to are bounded. Nothing is thrown: what is wrong is a finding at its position.
 */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  const decoded = bytes.length > MAX_BYTES ? { refused: TOO_LARGE } : decodeText(bytes);
  if ('text' in decoded) return readText(file, decoded.text);
  const at = inFile(file, { line: 1, column: 1 });
  return refused(errorAt('file-refused', at, `${quote(file)} cannot be used: ${decoded.refused}.`));
}

function readText(file: string, text: string): YamlFile {
  const conflicts = conflictFindings(file, text);
  if (conflicts.length > 0) return refused(...conflicts);
  const source: YamlText = { file, text, lines: new LineCounter() };
  const composed = compose(source);
  if (composed === null) {
    const at = inFile(file, { line: source.lines.lineStarts.length, column: 1 });
    const message = `YAML is nested more than ${MAX_DEPTH} levels deep here: write it flatter.`;
    return refused(errorAt('yaml-depth', at, message));
  }
  const documents: YamlDocument[] = [];
  const diagnostics = [...syntaxFindings(source, composed.loose)];
  for (const document of composed.documents) {
    const problems = [...document.errors, ...document.warnings].slice(0, MAX_FINDINGS);
    addAll(diagnostics, withoutOtherTabs(syntaxFindings(source, problems, document), diagnostics));
    if (document.errors.length > 0 || isEmpty(document)) continue;
    const doubt = doubtOf(source, document);
    if (doubt !== null) diagnostics.push(doubt);
    else documents.push(new YamlDocument(source, document, diagnostics));
  }
  return { documents, diagnostics: diagnostics.slice(0, MAX_FINDINGS) };
}

function refused(...diagnostics: readonly Diagnostic[]): YamlFile {
  return { documents: [], diagnostics: diagnostics.slice(0, MAX_FINDINGS) };
}

interface Composed {
  readonly documents: readonly Document.Parsed[];
  /** What is wrong outside of any document. */
  readonly loose: readonly YAMLError[];
}

/** Null where the text is nested too deeply, which is seen before anything recurses into it. */
function compose({ text, lines }: YamlText): Composed | null {
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer(yamlOptions);
  const documents: Document.Parsed[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH) return null;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
  const { errors, warnings } = composer.streamInfo();
  return { documents, loose: [...errors, ...warnings] };
}

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}
