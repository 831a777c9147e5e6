// Which row of a list is selected, and which is open in its form. Every list of the back office goes the same way: a row is
// opened or a new one begun, the form is saved or left, and the list is read again.

import { attempt } from '#shell/errors';

interface Named {
  readonly id: string;
}

interface Rules {
  /** Reads the list again after something was saved. */
  readonly reread: () => Promise<unknown>;
  /** False where rows are looked at and not changed. */
  readonly may?: () => boolean;
}

export class Editing<Row extends Named> {
  selected = $state<string | null>(null);
  /** What the form holds; `new` for what does not exist yet, null while it is closed. */
  edited = $state.raw<Row | 'new' | null>(null);

  constructor(private readonly rules: Rules) {}

  readonly select = (row: Row): void => {
    this.selected = row.id;
  };

  readonly open = (row: Row): void => {
    this.selected = row.id;
    if (this.rules.may?.() ?? true) this.edited = row;
  };

  readonly create = (): void => {
    this.edited = 'new';
  };

  readonly close = (): void => {
    this.edited = null;
  };

  /** What was saved is the row that one looks at next. */
  readonly saved = (row?: Row): void => {
    if (row !== undefined) this.selected = row.id;
    this.edited = null;
    attempt(this.rules.reread);
  };
}
