// The customer's display: no keys, no scanner, no session. It shows, and asks for one thing only.

import '../styles/app.css';
import { mount } from 'svelte';
import { events } from '#shell/events.svelte';
import { theme } from '#shell/theme.svelte';
import Afficheur from './Afficheur.svelte';

theme.apply();
events.start();
const target = document.getElementById('app');
if (target !== null) mount(Afficheur, { target });
