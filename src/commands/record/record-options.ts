/** What a record is about, as its caller names it: beside this it holds what the repository itself says. */
export interface RecordSubject {
  /** A name or an id of the repository that is the same at plan and apply. */
  readonly repository: string;
  /** The number or name of the change under review. */
  readonly change: string;
  /** The branch that the change is to be merged into. */
  readonly branch: string;
  /** Signs the record; null: it is not signed. */
  readonly signingKey: string | null;
}

/** A record to write. */
export interface RecordToWrite extends RecordSubject {
  readonly file: string;
}

/** Records to apply by, and what they have to be about. */
export interface RecordsToApply extends Omit<RecordSubject, 'change' | 'branch'> {
  readonly files: readonly string[];
  /** Null: of any change. */
  readonly change: string | null;
  /** Null: the branch that is checked out. */
  readonly branch: string | null;
}
