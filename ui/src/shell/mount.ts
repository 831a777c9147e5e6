// What every window does first: theme, language, keyboard, scanner, events.

import '../styles/app.css';
import { type Component, mount } from 'svelte';
import { attachKeys, actions } from '#lib/actions/registry.svelte';
import TrainingFrame from '#ui/TrainingFrame.svelte';
import { i18n } from '#lib/i18n/index.svelte';
import { focusedField } from '#lib/scanner/field';
import { ScannerListener } from '#lib/scanner/listener';
import { approvals } from './approval.svelte';
import { clock } from './clock.svelte';
import { events } from './events.svelte';
import { scans } from './scans.svelte';
import { theme } from './theme.svelte';

/** Starts a window whose root is `root`. */
export function start(root: Component): void {
  theme.apply();
  document.documentElement.lang = i18n.tag;
  new ScannerListener({
    scan: (code, repaired, endedAt) => scans.push(code, repaired, endedAt),
    character: (character) => actions.character(character),
  }).attach(window);
  attachKeys(window, focusedField);
  approvals.open();
  clock.start();
  events.start();
  events.onTopics(['sale'], () => scans.resume());
  const target = document.getElementById('app');
  if (target === null) return;
  mount(TrainingFrame, { target: document.body });
  mount(root, { target });
}
