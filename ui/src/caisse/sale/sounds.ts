// One short beep for a scan that was taken, two low ones for a code that nobody knows. Always doubled by what the
// screen shows, so a till without a loudspeaker loses nothing.

import { sound as choice } from '#shell/sound.svelte';

type Sound = 'ok' | 'unknown';

const TONES: Record<Sound, readonly { hertz: number; at: number; length: number }[]> = {
  ok: [{ hertz: 1_760, at: 0, length: 0.06 }],
  unknown: [
    { hertz: 330, at: 0, length: 0.12 },
    { hertz: 330, at: 0.18, length: 0.12 },
  ],
};

const VOLUME = 0.15;
let context: AudioContext | null = null;

export function beep(sound: Sound): void {
  if (!choice.on || typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  for (const { hertz, at, length } of TONES[sound]) play(context, hertz, at, length);
}

function play(audio: AudioContext, hertz: number, at: number, length: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.value = VOLUME;
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(audio.currentTime + at);
  oscillator.stop(audio.currentTime + at + length);
}
