// Restoring a backup: choose a file, have it checked, see what is in it, agree. The same at three places: in the back
// office, in the first window of an empty computer, and where the till cannot be opened.

import type { BackupFile, RestoreChoice, RestoreState } from '#bindings/api';
import { restart, rpc } from '#platform/index';

/** The commands behind it: with a right where there is a shop, without one where there is none. */
export interface RestoreSource {
  files(folder: string): Promise<BackupFile[]>;
  state(): Promise<RestoreState>;
  check(choice: RestoreChoice): Promise<RestoreState>;
  apply(): Promise<RestoreState>;
}

export const OFFICE: RestoreSource = {
  files: (folder) => rpc('restore_files', { folder }),
  state: async () => (await rpc('backup_overview', {})).restore,
  check: (choice) => rpc('restore_check', choice),
  apply: () => rpc('restore_apply', {}),
};

export const RESCUE: RestoreSource = {
  files: async (folder) => (await rpc('rescue_view', { folder })).files,
  state: async () => (await rpc('rescue_view', { folder: '' })).restore,
  check: (choice) => rpc('rescue_check', choice),
  apply: () => rpc('rescue_apply', {}),
};

const LOOK_MS = 400;
const NOTHING: RestoreState = { phase: 'none', job: null, preview: null, fault: null };

export class Restoring {
  files = $state.raw<readonly BackupFile[] | null>(null);
  folder = $state('');
  chosen = $state.raw<BackupFile | null>(null);
  passphrase = $state('');
  state = $state.raw<RestoreState>(NOTHING);
  busy = $state(false);
  failure = $state.raw<unknown>(null);
  readonly #source: RestoreSource;

  constructor(source: RestoreSource, chosen: BackupFile | null = null) {
    this.#source = source;
    this.chosen = chosen;
  }

  /** Reads the files of the folder, or of the places that this computer knows. */
  look(): Promise<void> {
    return this.#run(async () => {
      this.files = await this.#source.files(this.folder.trim());
    });
  }

  /** Has the chosen file checked, and waits for what comes of it. */
  check(): Promise<void> {
    const { chosen } = this;
    if (chosen === null) return Promise.resolve();
    return this.#run(async () => {
      this.state = { ...NOTHING, phase: 'checking' };
      await this.#source.check({ path: chosen.path, passphrase: this.passphrase === '' ? null : this.passphrase });
      await this.#settle();
    });
  }

  /** The check is over when nobody works on it any more. */
  async #settle(): Promise<void> {
    for (;;) {
      this.state = await this.#source.state();
      const said = this.state.phase !== NOTHING.phase && this.state.phase !== 'checking';
      if (said || (this.state.job === null && this.state.phase !== 'checking')) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  apply(): Promise<void> {
    return this.#run(async () => {
      this.state = await this.#source.apply();
      await restart();
    });
  }

  again(): void {
    this.chosen = null;
    this.passphrase = '';
    this.state = NOTHING;
    this.failure = null;
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await work();
    } catch (failure) {
      this.failure = failure;
      if (this.state.phase === 'checking') this.state = NOTHING;
    } finally {
      this.busy = false;
    }
  }
}
