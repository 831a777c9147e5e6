// What people are told before they sign in follows the state of the shop: a decision of a manager lifts an alert at every window.

import { attempt } from './errors';
import { events } from './events.svelte';
import { session } from './session.svelte';

/** Reads the alerts now, and again when the signed books changed elsewhere. Call while a component is set up. */
export function followAlerts(): void {
  attempt(() => session.readStatus());
  $effect(() => events.onTopics(['books'], () => attempt(() => session.readStatus())));
}
