import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { aionOptions, documentedPages, type PageParameters } from '../options.js';
import { answerTo, answerWords, listIn, rowKey, rowsRequest, type SeenList } from './asking.js';
import { offsetNames, pageNames, sizeNames } from './page-names.js';
import { largestPage } from './page-size.js';
import { type SampledUser, sampledUsers } from './sample.js';

/** How the roles of a user are paged: the list has `meta`, and its page names no parameter (B2.4, C21). */
export const pageParameters: Probe = {
  id: 'page-parameters',
  option: 'options.pageParameters',
  assumes: { ...documentedPages },
  when: 'before',
  run: async (subject) => {
    const sample = await sampledUsers(subject);
    const [user] = sample.filter(isTold).toSorted((a, b) => b.list.rows.length - a.list.rows.length);
    if (user !== undefined) return [await new Paging(subject, user).settled()];
    return sample.length === 0 ? [] : [tooFew(sample.length)];
  },
};

/** Whether the first page of one row can be told from the second. */
function isTold({ list: { rows } }: SampledUser): boolean {
  const [first, second] = rows;
  return first !== undefined && second !== undefined && rowKey(first) !== rowKey(second);
}

function tooFew(users: number): Finding {
  return {
    state: 'needs-data',
    evidence: `none of the ${users} users looked at holds two roles, so that pages cannot be told apart`,
    remedy:
      'Name a user who holds two roles in the files, and run rolecall doctor again; or set providers.aion.options.pageParameters.',
  };
}

class Paging {
  readonly #inUse: PageParameters;
  readonly #first: string | null;
  readonly #rows: string;

  constructor(
    private readonly subject: ProbeSubject,
    private readonly user: SampledUser,
  ) {
    this.#inUse = aionOptions(subject.settings.options).pageParameters;
    this.#first = only({ ...user.list, rows: user.list.rows.slice(0, 1) });
    this.#rows = `${user.list.rows.length} roles`;
  }

  async settled(): Promise<Finding> {
    const inUse = this.#inUse;
    const size = await firstOf([inUse.size, ...sizeNames], (name) => this.#isSize(name));
    if (size === null)
      return this.#unknown(
        inUse.size,
        `none of ${sizeNames.length} names for the size of a page leaves one of a user's ${this.#rows}`,
      );
    const page = await firstOf([inUse.page, ...pageNames], (name) => this.#isPage(name, size));
    if (page === null) return this.#unknown(size, await this.#noPage(size));
    const largest = await largestPage(inUse.max, (rows) => this.#ask({ [page]: '1', [size]: String(rows) }));
    return {
      state: 'settled',
      value: { page, size, max: largest.rows },
      evidence: `of a user's ${this.#rows} ?${page}=2&${size}=1 has the second alone, ${largest.evidence}`,
    };
  }

  async #isSize(name: string): Promise<boolean> {
    return (await this.#row({ [name]: '1' })) !== null;
  }

  /** Whether a parameter asks for a page by its number, counted from 1. */
  async #isPage(name: string, size: string): Promise<boolean> {
    const second = await this.#row({ [name]: '2', [size]: '1' });
    if (second === null || second === this.#first) return false;
    return (await this.#row({ [name]: '1', [size]: '1' })) === this.#first;
  }

  async #noPage(size: string): Promise<string> {
    const offset = await firstOf([...offsetNames, ...pageNames], async (name) => {
      const row = await this.#row({ [name]: '1', [size]: '1' });
      return row !== null && row !== this.#first;
    });
    return offset === null
      ? `?${size}=1 has one of a user's ${this.#rows}, and no name for the number of a page has the second`
      : `?${size}=1 has one of a user's ${this.#rows}, and ?${offset}=1 the second: pages are counted from 0, or by rows`;
  }

  /** The one row of a page; null for none, or for more. */
  async #row(query: Readonly<Record<string, string>>): Promise<string | null> {
    const list = listIn(await this.#ask(query));
    return list === null ? null : only(list);
  }

  #ask(query: Readonly<Record<string, string>>): ReturnType<ProbeSubject['ask']> {
    const { root, id } = this.user;
    return answerTo(this.subject, rowsRequest(root, this.subject.settings, id, query));
  }

  /** A list is whole all the same where one page holds it, unless the API refuses what rolecall asks with. */
  async #unknown(size: string, evidence: string): Promise<Finding> {
    const { page, max } = this.#inUse;
    const query = { [page]: '1', [size]: String(max) };
    const answer = await this.#ask(query);
    const remedy =
      'Set providers.aion.options.pageParameters to what Aion says. rolecall asks by page numbers from 1 alone: if Aion has none, send a recording (rolecall doctor --record aion.har).';
    if (listIn(answer) !== null) {
      const meaning = 'who holds more roles than one page has is read in part, and nothing is revoked then';
      return { state: 'needs-data', evidence: `${evidence}; ${meaning}`, remedy };
    }
    const words = `?${new URLSearchParams(query).toString()} is answered ${answerWords(answer)}`;
    return { state: 'failed', evidence: `${evidence}, and ${words}`, remedy, blocks: 'plan' };
  }
}

/** The first name that works, each tried once. */
async function firstOf(
  names: readonly string[],
  works: (name: string) => Promise<boolean>,
): Promise<string | null> {
  for (const name of new Set(names)) {
    if (await works(name)) return name;
  }
  return null;
}

function only({ rows: [row, ...others] }: SeenList): string | null {
  return row === undefined || others.length > 0 ? null : rowKey(row);
}
