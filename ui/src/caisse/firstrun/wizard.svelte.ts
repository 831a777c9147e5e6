// S-01: the first run. Until the shop exists, what is typed lives in this window; from then on every step saves into the
// shop at once, and the program keeps the step at which to go on.

import type { CountryProfile, FirstRunStep, FirstRunView, LogoView, RegistrationChecked, SampleUser, ShopIdentity } from '#bindings/api';
import type { Country } from '#bindings/domain';
import { i18n, t } from '#lib/i18n/index.svelte';
import { rpc } from '#platform/index';
import { session } from '#shell/session.svelte';
import { emptyIdentity } from './identity';

export type Step = 'country' | 'start' | 'company' | 'taxes' | FirstRunStep;

export const STEPS: readonly Step[] = ['country', 'start', 'company', 'taxes', 'articles', 'devices', 'users', 'ready'];
/** The first step that needs a shop: there is no way back before it. */
const FIRST_WITH_SHOP = STEPS.indexOf('articles');

class Wizard {
  step = $state<Step>('country');
  country = $state<Country>('france');
  profile = $state.raw<CountryProfile | null>(null);
  identity = $state<ShopIdentity>(emptyIdentity());
  checked = $state.raw<RegistrationChecked | null>(null);
  /** The logo that was chosen, as the program would keep it. */
  logo = $state.raw<LogoView | null>(null);
  /** Meals and drinks served on the spot (Québec); null until answered. */
  restaurant = $state<'yes' | 'no' | null>(null);
  manager = $state({ name: '', pin: '', again: '' });
  /** Who works in the sample shop that was just made. */
  sampleUsers = $state.raw<SampleUser[] | null>(null);
  view = $state.raw<FirstRunView | null>(null);
  busy = $state(false);
  problem = $state.raw<unknown>(null);
  /** A shop is being made: the wizard stays until somebody is signed in. */
  #making = $state(false);
  /** Counts the moves of this window: what was read before one says nothing about where it is after it. */
  #moves = 0;

  /** True as long as the wizard is what the window shows. */
  get shown(): boolean {
    if (session.status?.shop == null || this.#making) return true;
    return session.user !== null && this.view?.step != null && session.may('manage_workstations');
  }

  get previous(): Step | null {
    const at = STEPS.indexOf(this.step);
    return at === 0 || at === FIRST_WITH_SHOP ? null : (STEPS[at - 1] ?? null);
  }

  /** Does the work of a button, once at a time; what goes wrong is shown on the step. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (failure) {
      this.problem = failure;
    } finally {
      this.busy = false;
    }
  }

  async go(step: Step): Promise<void> {
    if (isKept(step)) this.#moved(await rpc('first_run_move', { step }));
    this.problem = null;
    this.step = step;
  }

  async back(): Promise<void> {
    if (this.previous !== null) await this.go(this.previous);
  }

  /** Reads where the first run stands. After a sign-in it goes on there; later this window knows its own step best. */
  async read(): Promise<void> {
    const moves = this.#moves;
    const view = await rpc('first_run', {});
    if (moves !== this.#moves) return;
    if (view.step !== null && (this.view === null || !isKept(this.step))) this.step = view.step;
    this.view = view;
  }

  #moved(view: FirstRunView): void {
    this.#moves += 1;
    this.view = view;
  }

  /** Somebody signed out. */
  forget(): void {
    this.view = null;
    this.problem = null;
  }

  async chooseCountry(country: Country): Promise<void> {
    this.country = country;
    this.restaurant = null;
    this.checked = null;
    const profile = await rpc('country_profile', { country });
    if (this.country !== country) return;
    this.profile = profile;
    i18n.region = { country, currency: profile.currency, timeZone: profile.time_zone };
  }

  /** Creates the shop and signs its manager in at its workstation. */
  async create(): Promise<void> {
    await this.#make(async () => {
      await rpc('shop_create', {
        country: this.country,
        identity: $state.snapshot(this.identity),
        manager_name: this.manager.name.trim(),
        manager_pin: this.manager.pin,
        workstation_name: t('wizard-workstation-default'),
        logo: this.logo === null ? null : { base64: this.logo.screen.base64 },
      });
      await this.#enter(null, this.manager.pin);
      await this.read();
      this.manager = { name: this.manager.name, pin: '', again: '' };
      this.#making = false;
    });
  }

  /** Creates the sample shop; the wizard then shows who works there. */
  async createSample(): Promise<void> {
    await this.#make(async () => {
      await rpc('shop_create_sample', { country: this.country });
      this.sampleUsers = await rpc('sample_users', {});
    });
  }

  /** Signs the owner of the sample shop in, at the first till. */
  async enterSample(): Promise<void> {
    const owner = this.sampleUsers?.[0];
    if (owner === undefined) return;
    await this.#enter(owner.name, owner.pin);
    this.sampleUsers = null;
    this.#making = false;
  }

  async finish(): Promise<void> {
    this.#moved(await rpc('first_run_finish', {}));
  }

  /** When something fails once the shop is there, the sign-in is the way on. */
  async #make(work: () => Promise<void>): Promise<void> {
    this.#making = true;
    try {
      await work();
    } catch (failure) {
      this.#making = false;
      await session.readStatus().catch(() => undefined);
      throw failure;
    }
  }

  /** Signs in the named user, or the only one, at the first workstation. */
  async #enter(name: string | null, pin: string): Promise<void> {
    await session.readStatus();
    const users = await rpc('sign_in_users', {});
    const user = name === null ? users[0] : users.find((one) => one.name === name);
    if (user === undefined) return;
    await session.open(user.id, pin);
    const [workstation] = await rpc('workstation_list', {});
    if (workstation !== undefined) await session.enter(workstation.id);
  }
}

function isKept(step: Step): step is FirstRunStep {
  return STEPS.indexOf(step) >= FIRST_WITH_SHOP;
}

export const wizard = new Wizard();
