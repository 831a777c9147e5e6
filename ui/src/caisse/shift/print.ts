// Prints the report of a shift on the printer of the session's workstation.

import { t } from '#lib/i18n/index.svelte';
import { rpc } from '#platform/index';
import { toasts } from '#shell/toasts.svelte';

export async function printShift(id: string): Promise<void> {
  const job = await rpc('shift_report_print', { shift_id: id });
  toasts.say(t('print-asked', { number: job.title }));
}
