import { describe, expect, it } from 'vitest';
import type { Call, Fault } from '#bindings/api';
import { Client } from './client';
import { FaultError } from './fault';
import { LinkError, type Platform } from './platform';

/** A platform that answers from a list: a value is returned, an error thrown. */
class Scripted implements Platform {
  readonly capabilities = { native: false };
  readonly calls: Call[] = [];
  constructor(private readonly answers: unknown[]) {}
  call(call: Call): Promise<unknown> {
    this.calls.push(call);
    const answer = this.answers.shift();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }
  display(): Promise<unknown> {
    return Promise.resolve(null);
  }
  showDisplay(): Promise<void> {
    return Promise.resolve();
  }
  saveFile(): Promise<string | null> {
    return Promise.resolve(null);
  }
  restart(): Promise<boolean> {
    return Promise.resolve(false);
  }
  listen(): () => void {
    return () => undefined;
  }
}

function fault(code: Fault['code'], retry: Fault['retry'] = 'never'): FaultError {
  return new FaultError({ code, params: {}, severity: 'refused', retry, trace: null });
}

function client(...answers: unknown[]): { client: Client; platform: Scripted } {
  const platform = new Scripted(answers);
  return { client: new Client({ platform, computer: 'pc-1', pause: () => Promise.resolve() }), platform };
}

describe('client', () => {
  it('gives a mutation a key and a query none', async () => {
    const { client: c, platform } = client({}, {});
    await c.rpc('sale_undo', {});
    await c.rpc('sale_current', {});
    expect(platform.calls[0]?.key).toMatch(/^[0-9a-f-]{36}$/u);
    expect(platform.calls[1]?.key).toBeNull();
    expect(platform.calls[0]?.computer).toBe('pc-1');
  });

  it('retries after a broken link with the same key', async () => {
    const { client: c, platform } = client(new LinkError('gone'), new LinkError('gone'), { ok: true });
    await expect(c.rpc('sale_undo', {})).resolves.toEqual({ ok: true });
    expect(platform.calls).toHaveLength(3);
    expect(new Set(platform.calls.map((call) => call.key)).size).toBe(1);
  });

  it('gives up after four attempts', async () => {
    const { client: c, platform } = client(...Array.from({ length: 9 }, () => new LinkError('gone')));
    await expect(c.rpc('sale_undo', {})).rejects.toBeInstanceOf(LinkError);
    expect(platform.calls).toHaveLength(4);
  });

  it('does not repeat a refusal, but repeats what may be tried at once', async () => {
    const refused = client(fault('cart_empty'));
    await expect(refused.client.rpc('sale_undo', {})).rejects.toMatchObject({ fault: { code: 'cart_empty' } });
    expect(refused.platform.calls).toHaveLength(1);
    const busy = client(fault('database_busy', 'now'), {});
    await busy.client.rpc('sale_undo', {});
    expect(busy.platform.calls).toHaveLength(2);
  });

  it('asks a supervisor when a right is missing, and again after a wrong PIN', async () => {
    const { client: c, platform } = client(fault('permission_denied'), fault('wrong_pin'), { ok: true });
    const asked: string[] = [];
    c.approver = {
      ask: (refusal) => {
        asked.push(refusal.fault.code);
        return Promise.resolve({ user_id: 'u-2', pin: '1234' });
      },
      done: () => asked.push('done'),
    };
    await expect(c.rpc('drawer_open', { reason: 'Essai' })).resolves.toEqual({ ok: true });
    expect(asked).toEqual(['permission_denied', 'wrong_pin', 'done']);
    expect(platform.calls[2]?.approval).toEqual({ user_id: 'u-2', pin: '1234' });
  });

  it('tells when the session is no longer known', async () => {
    const { client: c } = client(fault('session_required'));
    c.session = 's-1';
    let lost = 0;
    c.onSessionLost = () => (lost += 1);
    await expect(c.rpc('sale_current', {})).rejects.toMatchObject({ fault: { code: 'session_required' } });
    expect(lost).toBe(1);
  });

  it('keeps the refusal when nobody approves', async () => {
    const { client: c } = client(fault('permission_denied'));
    c.approver = { ask: () => Promise.resolve(null), done: () => undefined };
    await expect(c.rpc('drawer_open', { reason: 'Essai' })).rejects.toMatchObject({ fault: { code: 'permission_denied' } });
  });
});
