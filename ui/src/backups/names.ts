// What the states of backups are called.

import type { BackupFile, BackupJob, BackupProblem, DrillProblem } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Below two days hours say more. */
const IN_DAYS = 2 * DAY;

/** An age in words, from minutes. */
export function ageText(minutes: number): string {
  if (minutes < 1) return t('backup-age-now');
  if (minutes < HOUR) return t('backup-age-minutes', { count: minutes });
  if (minutes < IN_DAYS) return t('backup-age-hours', { count: Math.floor(minutes / HOUR) });
  return t('backup-age-days', { count: Math.floor(minutes / DAY) });
}

export function problemText(problem: BackupProblem): string {
  const texts: Record<BackupProblem, () => string> = {
    missing: () => t('backup-problem-missing'),
    read_only: () => t('backup-problem-read-only'),
    full: () => t('backup-problem-full'),
    damaged: () => t('backup-problem-damaged'),
    passphrase: () => t('backup-problem-passphrase'),
    other: () => t('backup-problem-other'),
  };
  return texts[problem]();
}

export function drillProblemText(problem: DrillProblem): string {
  const texts: Record<DrillProblem, () => string> = {
    no_backup: () => t('drill-problem-no-backup'),
    unreadable: () => t('drill-problem-unreadable'),
    passphrase: () => t('drill-problem-passphrase'),
    damaged: () => t('drill-problem-damaged'),
    chain: () => t('drill-problem-chain'),
    different: () => t('drill-problem-different'),
  };
  return texts[problem]();
}

export function taskText(job: BackupJob): string {
  const texts: Record<BackupJob['task'], () => string> = {
    backup: () => t('backup-job-backup'),
    drill: () => t('backup-job-drill'),
    check: () => t('backup-job-check'),
  };
  return texts[job.task]();
}

export function phaseText(job: BackupJob): string {
  const texts: Record<BackupJob['phase'], () => string> = {
    waiting: () => t('backup-job-waiting'),
    copying: () => t('backup-job-copying'),
    checking: () => t('backup-job-checking'),
    storing: () => t('backup-job-storing'),
    verifying: () => t('backup-job-verifying'),
  };
  return texts[job.phase]();
}

/** What kind of file it is. */
export function kindText(file: BackupFile): string {
  if (file.encrypted) return t('backup-encrypted');
  if (file.before_upgrade) return t('backup-before-upgrade');
  return file.name.includes('avant-restauration') ? t('backup-before-restore') : t('backup-plain');
}
