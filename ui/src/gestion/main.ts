// The back office's window.

import { start } from '#shell/mount';
import Gestion from './Gestion.svelte';

start(Gestion);
