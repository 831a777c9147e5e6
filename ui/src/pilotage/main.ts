// The manager's window on a tablet.

import { start } from '#shell/mount';
import Pilotage from './Pilotage.svelte';

start(Pilotage);
