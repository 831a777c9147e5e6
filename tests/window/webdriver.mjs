// A small WebDriver client: just the commands that the journeys use, over fetch.
// https://www.w3.org/TR/webdriver2/

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const ENTER = '\uE007';

/** Keys that have no character of their own. */
export const Key = { enter: ENTER, f10: '\uE03A' };

export class Browser {
  /**
   * @param {string} driver address of the driver, by number: it listens on IPv4 only
   * @param {string} session
   */
  constructor(driver, session) {
    this.base = `${driver}/session/${session}`;
  }

  /** Starts the program `binary` and takes hold of its window. */
  static async start(driver, binary, args) {
    // No `browserName`: the driver would refuse to match it.
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } };
    const { sessionId } = await request('POST', `${driver}/session`, { capabilities });
    return new Browser(driver, sessionId);
  }

  #send(method, path, body) {
    return request(method, `${this.base}${path}`, body);
  }

  close() {
    return this.#send('DELETE', '');
  }

  /** The windows that the driver can take hold of. */
  handles() {
    return this.#send('GET', '/window/handles');
  }

  /** From now on every command is for this window. */
  switchTo(handle) {
    return this.#send('POST', '/window', { handle });
  }

  /** Closes the window that commands are for. */
  closeWindow() {
    return this.#send('DELETE', '/window');
  }

  url() {
    return this.#send('GET', '/url');
  }

  /** Runs the body of a function in the page and returns its result. */
  execute(script, ...args) {
    return this.#send('POST', '/execute/sync', { script, args });
  }

  /** Runs the body of a function whose last argument takes the result. */
  executeAsync(script, ...args) {
    return this.#send('POST', '/execute/async', { script, args });
  }

  /** The elements that match a CSS selector, visible or not. */
  async all(selector) {
    const found = await this.#send('POST', '/elements', { using: 'css selector', value: selector });
    return found.map((reference) => new Element(this, reference[ELEMENT], selector));
  }

  /** The first visible element that matches, once there is one. */
  find(selector) {
    return until(`${selector} to be visible`, async () => {
      for (const element of await this.all(selector)) if (await element.displayed()) return element;
      return undefined;
    });
  }

  /** The first visible element with this `data-testid`. */
  byTestId(id) {
    return this.find(`[data-testid="${id}"]`);
  }

  async press(id) {
    await (await this.byTestId(id)).click();
  }

  async fill(id, text) {
    await (await this.byTestId(id)).type(text);
  }

  /** The first element with this `data-testid` whose text holds `part`, once there is one. */
  withText(id, part) {
    return until(`${id} with «${part}»`, async () => {
      for (const element of await this.all(`[data-testid="${id}"]`)) {
        if ((await element.text()).includes(part)) return element;
      }
      return undefined;
    });
  }

  /** Presses and releases keys one after the other, wherever the focus is. */
  async keys(text) {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Types a bar code as a scanner does: fast, ended by Enter. */
  scan(code) {
    return this.keys(code + ENTER);
  }

  element(method, id, path, body) {
    return this.#send(method, `/element/${id}${path}`, body);
  }
}

class Element {
  constructor(browser, id, selector) {
    Object.assign(this, { browser, id, selector });
  }

  click() {
    return this.browser.element('POST', this.id, '/click', {});
  }

  /** The text as it is laid out. The driver's own command leaves out what `overflow: hidden` may cut. */
  text() {
    return this.browser.element('GET', this.id, '/property/innerText');
  }

  displayed() {
    return this.browser.element('GET', this.id, '/displayed').catch(() => false);
  }

  attribute(name) {
    return this.browser.element('GET', this.id, `/attribute/${name}`);
  }

  async type(text) {
    await this.browser.element('POST', this.id, '/clear', {});
    await this.browser.element('POST', this.id, '/value', { text });
  }
}

/** Repeats `attempt` until it gives something; fails with what was waited for. */
export async function until(what, attempt, timeoutMs = 20_000) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const result = await attempt();
    if (result !== undefined && result !== false) return result;
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function request(method, address, body) {
  const init = { method, headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(60_000) };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(address, init);
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${new URL(address).pathname}: ${value.error}: ${value.message}`);
  return value;
}
