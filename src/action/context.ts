import type { Runtime } from '../runtime.js';
import type { CommandContext } from '../commands/context.js';
import { ExitCode, RolecallError, UsageError, worstExit } from '../errors.js';
import { version } from '../generated/version.js';
import { type GitHub, openGitHub } from '../github/client.js';
import type { Inputs } from './inputs.js';
import type { Runner } from './runner.js';

type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A remark that GitHub shows in the run, and on a line where it names one. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  /** `file` is relative to the top of the repository. */
  readonly position: { readonly file: string; readonly line: number; readonly column: number } | null;
}

/** How the Action speaks to the runner. */
export interface RunnerPort {
  output(name: string, value: string): void;
  annotate(annotation: Annotation): void;
  /** Says why the step fails. The text is escaped already. */
  error(text: string): void;
  /** A line, or several, of the log. The text is escaped already. */
  log(text: string): void;
  /** Lines of the log that fold under a title. Both are escaped already. */
  group(title: string, text: string): void;
  /** Adds Markdown to the job summary. */
  summarize(markdown: string): Promise<void>;
}

/** What every command of the Action works with. */
export interface ActionContext extends CommandContext {
  /** The top of the checkout that the config is in; null where nothing is checked out there. */
  readonly checkout: string | null;
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly port: RunnerPort;
  readonly runtime: Runtime;
}

/** GitHub's API with the step's token. @throws UsageError where there is none */
export function githubOf({ inputs, runner, port, runtime }: ActionContext): GitHub {
  if (inputs.token === null) {
    throw new UsageError('the input github-token is empty', {
      hint: 'Leave it out to use the token of the job, or give one.',
    });
  }
  return openGitHub({
    apiUrl: runner.apiUrl,
    graphqlUrl: runner.graphqlUrl,
    repository: runner.repository,
    token: inputs.token,
    userAgent: `rolecall/${version}`,
    env: runtime.env,
    onWait: (seconds) => port.log(`GitHub asks to wait ${seconds} s.`),
  });
}

/** How a command ended: its exit code, and what went wrong beside it. */
export interface ActionOutcome {
  readonly exitCode: ExitCode;
  /** What could not be done; each is an error of the step. */
  readonly failures: readonly RolecallError[];
}

/** The outcome of a command whose own exit code this is, beside which these failures happened. */
export function outcomeOf(exitCode: ExitCode, failures: readonly RolecallError[]): ActionOutcome {
  return { exitCode: worstExit([exitCode, ...failures.map(() => ExitCode.error)]), failures };
}

/** Does something that may fail without stopping the rest, and gives its failure. */
export async function attempt(work: () => Promise<void>): Promise<readonly RolecallError[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof RolecallError) return [error];
    throw error;
  }
}

/** The same for each of several, one after the other. */
export async function attemptEach<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<readonly RolecallError[]> {
  const failures: RolecallError[] = [];
  for (const item of items) failures.push(...(await attempt(() => work(item))));
  return failures;
}
