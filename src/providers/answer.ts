/** What a value of an answer is, which decides what a recording keeps of it. */
export type Meaning =
  /** Becomes a pseudonym of the same form, the same wherever the id stands. */
  | 'id'
  /** Of a person or a scope: becomes a pseudonym. */
  | 'name'
  | 'email'
  /** The name or id of a role: a documented word stays, any other becomes a pseudonym. */
  | 'role'
  /** A documented word stays, any other loses its value. */
  | 'word'
  /** A number that counts rows, pages or seconds: it stays. */
  | 'count'
  /** It stays. */
  | 'flag'
  /** Becomes one and the same time. */
  | 'time'
  /** A URL or a path of the API, such as that of the next page: ids in it become pseudonyms, as in a request's path. */
  | 'link'
  /** Loses its value. */
  | 'other';

export type JsonType = 'string' | 'number' | 'boolean' | 'null';

/** What an answer is documented to hold. Fields that it does not name may come too (A1). */
export type Shape =
  | {
      readonly fields: Readonly<Record<string, Shape>>;
      /** Of the fields, those that may be missing. */
      readonly optional?: readonly string[];
      /** Of the fields that hold more, those that may be null. */
      readonly nullable?: readonly string[];
    }
  | { readonly list: Shape }
  /** An object whose keys are data: what they mean, and what stands at each. */
  | { readonly keys: Meaning; readonly each: Shape }
  | { readonly types: readonly JsonType[]; readonly means: Meaning };

/** An answer of the API with a 2xx status to a GET. */
export interface DocumentedAnswer {
  /** In words, such as `role assignments of an organization`. */
  readonly name: string;
  /** Where it is documented, such as `R1`. */
  readonly source: string;
  readonly base?: string;
  /** Paths relative to the base, without query; `{}` stands for an id. More than one where the API is known under several. */
  readonly paths: readonly string[];
  readonly body: Shape;
  /** What to do where an answer differs; left out where there is nothing to do but to report it. */
  readonly remedy?: string;
}
