// The till's window.

import { start } from '#shell/mount';
import Caisse from './Caisse.svelte';

start(Caisse);
