// Whether this till makes sounds. What a sound says is always on the screen too.

const KEY = 'comptoir.sound';

class SoundChoice {
  on = $state(localStorage.getItem(KEY) !== 'off');

  toggle(): void {
    this.on = !this.on;
    localStorage.setItem(KEY, this.on ? 'on' : 'off');
  }
}

export const sound = new SoundChoice();
