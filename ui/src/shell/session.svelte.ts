// Who is signed in at this window, at which workstation, and what the shop is.

import type { AppStatus, SessionView, UserTile, WorkstationView } from '#bindings/api';
import type { Permission } from '#bindings/domain';
import { i18n, t } from '#lib/i18n/index.svelte';
import { client, hasCode, rpc } from '#platform/index';
import { events } from './events.svelte';
import { toasts } from './toasts.svelte';

const TOKEN_KEY = 'comptoir.session';
/** The first entry into training copies the whole catalogue: after this long, people are told so. */
const PATIENCE_MS = 700;

class Session {
  /** What the program says of itself; null until it answered. */
  status = $state.raw<AppStatus | null>(null);
  #view = $state.raw<SessionView | null>(null);
  /** Whoever signs in goes on into training as soon as a workstation is chosen. */
  #toTraining = false;

  constructor() {
    client.onSessionLost = () => this.#forget();
  }

  get view(): SessionView | null {
    return this.#view;
  }

  /** True in training mode, where nothing is real. */
  get training(): boolean {
    return this.#view !== null && this.#view.training !== null;
  }

  get user(): UserTile | null {
    return this.#view?.user ?? null;
  }

  get workstation(): WorkstationView | null {
    return this.#view?.workstation ?? null;
  }

  may(permission: Permission): boolean {
    return this.#view?.permissions.includes(permission) ?? false;
  }

  /** Reads the state of the shop, and takes up the session that this tab had before a reload. */
  async start(): Promise<void> {
    await this.readStatus();
    const token = sessionStorage.getItem(TOKEN_KEY);
    if (token === null || this.status?.shop == null) return;
    client.session = token;
    try {
      this.#show(await rpc('session_current', {}));
    } catch (error) {
      if (!hasCode(error, 'session_required')) throw error;
      this.#forget();
    }
  }

  async readStatus(): Promise<void> {
    const status = await rpc('app_status', {});
    this.status = status;
    if (status.shop !== null) {
      i18n.region = { country: status.shop.country, currency: status.shop.currency, timeZone: status.shop.time_zone };
    }
  }

  /** Signs in with a token of our own making; the program keeps its hash only. */
  async open(userId: string, pin: string, toTraining = false): Promise<void> {
    const token = crypto.randomUUID();
    const view = await rpc('session_open', { user_id: userId, pin, token });
    client.session = token;
    sessionStorage.setItem(TOKEN_KEY, token);
    this.#toTraining = toTraining;
    await this.#goOn(view);
  }

  /** Leaves the shop for training, at the same workstation. The way back is to sign out. */
  async train(): Promise<void> {
    const slow = setTimeout(() => toasts.say(t('training-preparing')), PATIENCE_MS);
    const view = await rpc('training_enter', {}).finally(() => clearTimeout(slow));
    this.#show(view);
    const file = view.training?.set_aside;
    if (file != null) toasts.warn(t('training-set-aside', { file }));
  }

  /** Training begins at once for whoever asked for it at the sign-in; nobody is left in the shop who did not want to be. */
  async #goOn(view: SessionView): Promise<void> {
    if (!this.#toTraining || view.workstation === null) {
      this.#show(view);
      return;
    }
    this.#toTraining = false;
    try {
      await this.train();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  #show(view: SessionView | null): void {
    this.#view = view;
    events.training = this.training;
    document.documentElement.toggleAttribute('data-training', this.training);
  }

  /** Reads rights and workstation again. */
  async refresh(): Promise<void> {
    this.#show(await rpc('session_current', {}));
  }

  async enter(workstationId: string): Promise<void> {
    await this.#goOn(await rpc('workstation_enter', { workstation_id: workstationId }));
  }

  /** Goes back to the choice of workstations; the choice made there is the new default of this computer. */
  leaveWorkstation(): void {
    if (this.#view !== null) this.#show({ ...this.#view, workstation: null });
  }

  /** Signs out. The window locks at once, even when nobody answers. */
  async close(): Promise<void> {
    const closing = rpc('session_close', {});
    this.#forget();
    await closing;
  }

  #forget(): void {
    client.session = null;
    sessionStorage.removeItem(TOKEN_KEY);
    this.#toTraining = false;
    this.#show(null);
  }
}

export const session = new Session();
