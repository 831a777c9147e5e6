// A desktop with a monitor that can be plugged in and unplugged, and keys of the X server, which reach the window that has the
// keyboard. The server is Xorg with its driver for no hardware: Xvfb has one output only, and GTK counts outputs.

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { start } from './programs.mjs';
import { until } from './webdriver.mjs';

const run = promisify(execFile);

/** The customer's monitor, to the right of the till's. */
export const CUSTOMER = { x: 1400, y: 0, width: 1024, height: 768 };

const OUTPUT = 'DUMMY1';
const MODE = ['customer', '63.50', '1024', '1072', '1176', '1328', '768', '771', '775', '798'];
const CONFIGURATION = `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "till"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "none"
  Monitor "till"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1400x1050"
    Virtual 2424 1050
  EndSubSection
EndSection
`;

/**
 * A desktop of the test's own, with the till's monitor and a window manager; returns the variables for programs on it. Null where the
 * system lets nobody start such a server: many do so for root or the person at the console only.
 */
export async function startDesktop(t, folder, number) {
  const display = `:${number}`;
  const env = { ...process.env, DISPLAY: display };
  const configuration = join(folder, 'xorg.conf');
  await writeFile(configuration, CONFIGURATION);
  const log = join(folder, 'xorg.log');
  const noTerminal = ['-novtswitch', '-sharevts'];
  start(t, 'Xorg', [display, '-config', configuration, '-logfile', log, '-noreset', '-nolisten', 'tcp', ...noTerminal], { stdio: 'ignore' });
  const started = until('the desktop', () => run('xrandr', ['--newmode', ...MODE], { env }).then(() => true, () => false));
  if (!(await started.then(() => true, () => false))) return null;
  await run('xrandr', ['--addmode', OUTPUT, MODE[0]], { env });
  start(t, 'openbox', ['--sm-disable'], { env });
  return env;
}

/** Changes the output; the question behind it makes the server look, so that programs hear of it, as of a cable. */
async function change(env, ...how) {
  await run('xrandr', ['--output', OUTPUT, ...how], { env });
  await run('xrandr', ['--query'], { env });
}

/** Plugs the customer's monitor in. */
export const plugIn = (env) => change(env, '--mode', MODE[0], '--pos', `${CUSTOMER.x}x${CUSTOMER.y}`);

/** Unplugs it. */
export const unplug = (env) => change(env, '--off');

/** Types a bar code as a scanner does, to whichever window has the keyboard. */
export const scan = (env, code) => run('xdotool', ['key', '--delay', '3', ...code, 'Return'], { env });

/** Where the visible windows of this name are: without their frames, in pixels of the desktop. */
export async function windows(env, name) {
  const found = await run('xdotool', ['search', '--onlyvisible', '--name', name], { env }).catch(() => ({ stdout: '' }));
  const ids = found.stdout.split('\n').filter((id) => id !== '');
  return Promise.all(
    ids.map(async (id) => {
      const { stdout } = await run('xdotool', ['getwindowgeometry', '--shell', id], { env });
      const value = (key) => Number(new RegExp(`^${key}=(\\d+)$`, 'mu').exec(stdout)?.[1]);
      return { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
    }),
  );
}
