import type { ExitCode } from '../errors.js';
import type {
  ApplyOptions,
  ApplyOutcome,
  Command,
  DiffOptions,
  DiffOutcome,
  ExplainOptions,
  ImportOptions,
  InitOptions,
  PlanOptions,
  PlanOutcome,
  RenderedOutcome,
  ReportOptions,
  ValidateOutcome,
} from '../commands/options.js';
import type { CommandContext } from '../commands/context.js';
import type { SandboxCommandOptions } from '../commands/sandbox.js';

/** Every command, loaded when it is asked for: a run loads no other's code. */
export interface CommandTable {
  readonly validate: () => Promise<(context: CommandContext) => Promise<ValidateOutcome>>;
  readonly plan: () => Promise<Command<PlanOptions, PlanOutcome>>;
  readonly apply: () => Promise<Command<ApplyOptions, ApplyOutcome>>;
  readonly diff: () => Promise<Command<DiffOptions, DiffOutcome>>;
  readonly init: () => Promise<Command<InitOptions, RenderedOutcome>>;
  readonly explain: () => Promise<Command<ExplainOptions, RenderedOutcome>>;
  readonly import: () => Promise<Command<ImportOptions, RenderedOutcome>>;
  readonly report: () => Promise<Command<ReportOptions, RenderedOutcome>>;
  readonly sandbox: () => Promise<Command<SandboxCommandOptions, { readonly exitCode: ExitCode }>>;
}
