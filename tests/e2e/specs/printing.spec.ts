// Paper: on request, counted, and never lost when the printer is.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, type Till } from '../support/till.ts';

async function sell(till: Till): Promise<void> {
  await till.scan(ARTICLES.baguette);
  await till.settle();
}

async function jobState(till: Till): Promise<string | null> {
  return till.id('print-job').first().getAttribute('data-state');
}

test('PRT-12, PRT-04: nothing is printed until somebody asks', async ({ printer, till, seat }) => {
  await sell(till);
  await expect(till.id('done-print')).toBeHidden();
  // The drawer opens with the sale, so the printer has answered by then.
  await expect.poll(() => printer.drawerPulses()).toBe(1);
  expect(await printer.papers()).toEqual([]);
  const [document] = await seat.call('document_recent', {});
  expect(document?.prints).toBe(0);
  await till.press('print-ticket');
  const [paper] = await printer.expectPapers(1);
  expect(paper).toContain('Baguette de tradition');
  expect(paper).toContain(document?.number);
  expect(paper).not.toContain('DUPLICATA');
});

test('PRT-12: a durable article with a legal guarantee has its paper proposed first', async ({ printer, till }) => {
  await till.scan(ARTICLES.kettle);
  await till.settle();
  await expect(till.id('done').getByText('garantie légale')).toBeVisible();
  expect(await printer.papers()).toEqual([]);
  await till.press('print-ticket');
  const [paper] = await printer.expectPapers(1);
  expect(paper).toContain('Garantie légale : 2 ans');
});

test('SAL-18: known, new and occasional customers all get their ticket', async ({ printer, till }) => {
  await sell(till);
  await till.press('print-ticket');
  await till.press('customer');
  await till.id('customer-input').fill('ice les');
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('customer-name')).toContainText('Alice Lestage');
  await sell(till);
  await till.press('print-ticket');
  await till.press('customer');
  await till.id('customer-input').fill('Zoé Nouvelle');
  await till.press('customer-create');
  await till.press('customer-confirm');
  await expect(till.id('customer-name')).toContainText('Zoé Nouvelle');
  await sell(till);
  await till.press('print-ticket');
  const papers = await printer.expectPapers(3);
  expect(papers.map((paper) => /Client : (.*?) {2,}/u.exec(paper)?.[1])).toEqual(['comptoir', 'Alice Lestage', 'Zoé Nouvelle']);
});

test('PRT-03: looking at a ticket does not count as a print', async ({ till, seat }) => {
  await sell(till);
  const prints = async (): Promise<number | undefined> => (await seat.call('document_recent', {}))[0]?.prints;
  await till.action('action-recent');
  await till.id('document').getByRole('button').first().click();
  await expect(till.id('ticket-preview')).toContainText('Baguette de tradition');
  await till.keys('Escape');
  expect(await prints()).toBe(0);
});

test('PRT-01, PRT-02, PRT-11: every print after the first is a numbered DUPLICATA', async ({ printer, till, seat }) => {
  await sell(till);
  // A print that was asked for again before it was confirmed is the same print: each is waited for.
  const confirmed = (count: number): Promise<void> =>
    expect.poll(async () => (await seat.call('document_recent', {}))[0]?.prints).toBe(count);
  await till.press('print-ticket');
  await confirmed(1);
  await till.keys('Control+p');
  await confirmed(2);
  await till.action('action-recent');
  await till.id('document').getByRole('button').first().click();
  await till.press('reprint');
  const papers = await printer.expectPapers(3);
  expect(papers.map((paper) => paper.includes('DUPLICATA'))).toEqual([false, true, true]);
  expect(papers[2]).toMatch(/n° ?3/u);
  await confirmed(3);
});

test('printer down: the sale is sealed, its ticket waits, and comes out once when the printer is back', async ({ printer, till, seat }) => {
  await printer.fault('refuse_connections');
  await sell(till);
  expect(await seat.call('document_recent', {})).toHaveLength(1);
  await till.press('print-ticket');
  await expect(till.id('print-pill')).toHaveText('ticket en attente (1)');
  await till.scan(ARTICLES.ficelle);
  await expect(till.lines, 'the till does not wait').toHaveCount(1);
  await printer.fault('none');
  await till.press('print-pill');
  // The queue tries again by itself too; whichever comes first.
  if ((await jobState(till)) !== 'done') await till.id('print-retry').click({ timeout: 1_000 }).catch(() => undefined);
  const papers = await printer.expectPapers(1);
  expect(papers[0]).not.toContain('DUPLICATA');
  await expect.poll(() => jobState(till)).toBe('done');
  await till.keys('Escape');
  await expect(till.id('print-pill')).not.toHaveText(/en attente/u);
  await printer.expectPapers(1);
});

test('out of paper: the queue says so and goes on when paper is put in', async ({ printer, till }) => {
  await printer.fault('paper_out');
  await sell(till);
  await till.press('print-ticket');
  await till.press('print-pill');
  await expect(till.id('print-job').first()).toHaveAttribute('data-state', 'blocked');
  await expect(till.id('print-problem').first()).toContainText(/papier/iu);
  await printer.fault('none');
  await till.id('print-retry').click({ timeout: 1_000 }).catch(() => undefined);
  await printer.expectPapers(1);
});

test('a printer that confirms nothing: a person says whether the ticket came out', async ({ printer, till }) => {
  // The driver waits ten seconds for the confirmation.
  test.slow();
  await printer.fault('never_confirm');
  await sell(till);
  await till.press('print-ticket');
  await till.press('print-pill');
  await expect(till.id('print-job').first()).toHaveAttribute('data-state', 'unconfirmed', { timeout: 25_000 });
  await till.press('print-came-out');
  await expect(till.id('print-job').first()).toHaveAttribute('data-state', 'done');
  await till.keys('Escape');
  await expect(till.id('print-pill')).not.toHaveText(/en attente/u);
  expect(await printer.papers()).toHaveLength(1);
});

test('a ticket torn off by a lost connection is printed again when a person says that it did not come out', async ({ printer, till }) => {
  await printer.fault('close_mid_job', { after_bytes: 400 });
  await sell(till);
  await till.press('print-ticket');
  await till.press('print-pill');
  await expect(till.id('print-job').first()).toHaveAttribute('data-state', 'unconfirmed');
  await printer.fault('none');
  await till.press('print-did-not');
  await expect(till.id('print-job').first()).toHaveAttribute('data-state', 'done');
  const papers = await printer.papers();
  expect(papers.filter((paper) => paper.includes('TOTAL')), 'one whole ticket').toHaveLength(1);
});

test('without a printer the ticket cannot be asked for, and the screen says why', async ({ till }) => {
  await sell(till);
  await expect(till.id('print-ticket')).toBeDisabled();
  await expect(till.id('done').getByText(/imprimante/u)).toBeVisible();
});
