import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaleView } from '#bindings/api';

const rpc = vi.hoisted(() => vi.fn());
const report = vi.hoisted(() => vi.fn());

vi.mock('#platform/index', async () => {
  const { LinkError } = await import('#platform/platform');
  const { FaultError, hasCode } = await import('#platform/fault');
  return { rpc, LinkError, FaultError, hasCode };
});
vi.mock('#shell/errors', () => ({ report }));
vi.mock('./sounds', () => ({ beep: () => undefined }));

const { Sale } = await import('./sale.svelte');
const { LinkError, FaultError } = await import('#platform/index');

const view = (revision: number, cart = 'c-1'): SaleView => ({ cart_id: cart, revision, lines: [], touched: null }) as unknown as SaleView;
const refusal = (code: 'line_not_found' | 'session_required') =>
  new FaultError({ code, params: {}, severity: 'refused', retry: 'never', trace: null });

/** An answer that comes when it is told to. */
function later<T>(): { promise: Promise<T>; answer: (value: T) => void } {
  let answer: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (answer = resolve));
  return { promise, answer };
}

beforeEach(() => {
  rpc.mockReset();
  report.mockReset();
});

describe('sale', () => {
  it('sends changes one after the other, in the order of the keys', async () => {
    const first = later<SaleView>();
    rpc.mockReturnValueOnce(first.promise).mockResolvedValueOnce(view(2));
    const sale = new Sale();
    const done = [
      sale.change('sale_step_quantity', { line_id: 'l', steps: 1 }),
      sale.change('sale_step_quantity', { line_id: 'l', steps: 1 }),
    ];
    await Promise.resolve();
    expect(rpc).toHaveBeenCalledTimes(1);
    first.answer(view(1));
    expect(await Promise.all(done)).toEqual([true, true]);
    expect(sale.view?.revision).toBe(2);
  });

  it('asks what to send when its turn comes: two presses go on from each other', async () => {
    rpc.mockResolvedValueOnce(view(6)).mockResolvedValueOnce(view(7));
    const sale = new Sale();
    sale.accept(view(5));
    const step = (): { line_id: string; steps: number } => ({ line_id: 'l', steps: sale.view?.revision ?? 0 });
    await Promise.all([sale.change('sale_step_quantity', step), sale.change('sale_step_quantity', step)]);
    expect(rpc.mock.calls.map(([, request]) => (request as { steps: number }).steps)).toEqual([5, 6]);
  });

  it('does not let an older answer hide a newer one', () => {
    const sale = new Sale();
    sale.accept(view(5));
    sale.accept(view(4));
    expect(sale.view?.revision).toBe(5);
    sale.accept(view(0, 'c-2'));
    expect(sale.view?.cart_id).toBe('c-2');
  });

  it('shows a refusal, keeps the cart and goes on with what follows', async () => {
    const sale = new Sale();
    sale.accept(view(3));
    rpc.mockRejectedValueOnce(refusal('line_not_found')).mockResolvedValueOnce(view(4));
    expect(await sale.change('sale_remove_line', { line_id: 'gone' })).toBe(false);
    expect(report).toHaveBeenCalledOnce();
    expect(sale.view?.revision).toBe(3);
    expect(await sale.change('sale_undo', {})).toBe(true);
  });

  it('gives the pending quantity to one scan only', async () => {
    rpc.mockResolvedValue(view(1));
    const sale = new Sale();
    sale.keypad = { buffer: '', multiplier: '3' };
    await sale.scan({ code: '3760000000017', key: 'k-1' });
    await sale.scan({ code: '3760000000017', key: 'k-2' });
    expect(rpc.mock.calls).toEqual([
      ['sale_scan', { code: '3760000000017', quantity: 30_000 }, 'k-1'],
      ['sale_scan', { code: '3760000000017', quantity: 10_000 }, 'k-2'],
    ]);
  });

  it('hands a scan back, with its quantity, when nobody answers or nobody is signed in', async () => {
    const sale = new Sale();
    for (const error of [new LinkError('gone'), refusal('session_required')]) {
      sale.keypad = { buffer: '', multiplier: '3' };
      rpc.mockRejectedValueOnce(error);
      await expect(sale.scan({ code: '37', key: 'k' })).rejects.toBe(error);
      expect(sale.keypad.multiplier).toBe('3');
    }
    expect(report).not.toHaveBeenCalled();
  });

  it('seals once, however often the key is pressed', async () => {
    const sealed = later<unknown>();
    rpc.mockReturnValueOnce(sealed.promise).mockResolvedValueOnce(view(0, 'c-2'));
    const sale = new Sale();
    const first = sale.validate(null, false);
    expect(await sale.validate(null, false)).toBe(false);
    sealed.answer({});
    expect(await first).toBe(true);
    expect(rpc.mock.calls.filter(([command]) => command === 'sale_validate')).toHaveLength(1);
  });
});
