/** An object that is put together from pieces of its text. JSON.parse reads each, and so decides what is JSON. */
export class LargeObject {
  readonly #members = new Map<string, unknown>();
  #items: unknown[] = [];
  /** After a comma a piece is not empty. */
  #afterComma = false;

  /** @param text one member; nothing at all where it is the last of none */
  addMember(text: string, last: boolean): void {
    const members = Object.entries(parse(`{${text}}`));
    this.#refuseNothing(members, last);
    for (const [name, value] of members) this.#members.set(name, value);
    this.#afterComma = !last;
  }

  /** @param text what stands before the bracket of a list that is a member: its name and the colon */
  openList(text: string): void {
    this.#items = [];
    for (const name of Object.keys(parse(`{${text}[]}`))) this.#members.set(name, this.#items);
    this.#afterComma = false;
  }

  /** @param text items of the opened list, without the comma after them; the last ones may be none */
  addItems(text: string, last: boolean): void {
    const items = itemsOf(text);
    this.#refuseNothing(items, last);
    for (const item of items) this.#items.push(item);
    this.#afterComma = !last;
  }

  /** @param text what stands between the list's end and the next comma or brace: nothing */
  closeList(text: string): void {
    refuseSomething(text);
    this.#afterComma = true;
  }

  value(): object {
    return Object.fromEntries(this.#members);
  }

  #refuseNothing({ length }: readonly unknown[], last: boolean): void {
    if (length === 0 && (this.#afterComma || !last)) throw new SyntaxError('nothing stands beside a comma');
  }
}

/** @throws SyntaxError where there is more than white space */
export function refuseSomething(text: string): void {
  if (itemsOf(text).length > 0) throw new SyntaxError('a value stands where none can be');
}

function itemsOf(text: string): readonly unknown[] {
  const value = parse(`[${text}]`);
  return Array.isArray(value) ? value : [];
}

function parse(json: string): object {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null ? value : {};
}
