// When the next backup comes, in words.

import type { BackupOverview } from '#bindings/api';
import type { Formats } from '#lib/i18n/format';
import { t } from '#lib/i18n/index.svelte';
import { clock } from '#shell/clock.svelte';

/** From this hour on people say «ce soir». */
const EVENING = 18;

export function nextText(overview: BackupOverview, format: Formats): string {
  const { next_ms: next, files } = overview;
  if (next === null) return '';
  if (next <= clock.now) return t('backup-next-soon');
  if (files.length > 0) return t('backup-next', { moment: format.dateTime(next) });
  const tonight = format.date(next) === format.date(clock.now) && Number(format.time(next).slice(0, 2)) >= EVENING;
  return tonight ? t('backup-first-tonight', { time: format.time(next) }) : t('backup-first-at', { moment: format.dateTime(next) });
}
