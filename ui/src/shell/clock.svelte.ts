// The time of day, in step with the program's clock, for display only.

const STEP_MS = 5_000;

class Clock {
  now = $state(Date.now());
  #offset = 0;

  start(): void {
    setInterval(() => this.#tick(), STEP_MS);
  }

  /** Takes over the clock of the program. */
  set(nowMs: number): void {
    this.#offset = nowMs - Date.now();
    this.#tick();
  }

  #tick(): void {
    this.now = Date.now() + this.#offset;
  }
}

export const clock = new Clock();
