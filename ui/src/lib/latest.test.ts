import { describe, expect, it } from 'vitest';
import { latest } from './latest';

/** A search whose answers come when the test says so. */
function slow(): { search: (words: string) => Promise<string>; answer: (words: string) => void; fail: (words: string) => void } {
  const open = new Map<string, { give: (found: string) => void; fail: (error: Error) => void }>();
  return {
    search: (words) => new Promise((give, fail) => open.set(words, { give, fail })),
    answer: (words) => open.get(words)?.give(`found ${words}`),
    fail: (words) => open.get(words)?.fail(new Error(words)),
  };
}

describe('the latest search', () => {
  it('drops an answer that comes after a newer question', async () => {
    const { search, answer } = slow();
    const found: string[] = [];
    const ask = latest(search, (result) => found.push(result));
    const both = [ask('pa'), ask('pain')];
    answer('pain');
    answer('pa');
    await Promise.all(both);
    expect(found).toEqual(['found pain']);
  });

  it('is settled only when the newest question is, even one asked meanwhile', async () => {
    const { search, answer } = slow();
    const found: string[] = [];
    const ask = latest(search, (result) => found.push(result));
    void ask('pa');
    const enter = ask.settled().then(() => [...found]);
    void ask('pain');
    answer('pa');
    await Promise.resolve();
    answer('pain');
    expect(await enter).toEqual(['found pain']);
  });

  it('settles after a failure, which is told to whoever asked', async () => {
    const { search, fail } = slow();
    const ask = latest(search, () => undefined);
    const asked = ask('pain');
    fail('pain');
    await expect(asked).rejects.toThrow('pain');
    await ask.settled();
  });

  it('forgets what is under way', async () => {
    const { search, answer } = slow();
    const found: string[] = [];
    const ask = latest(search, (result) => found.push(result));
    const asked = ask('pain');
    ask.forget();
    answer('pain');
    await asked;
    expect(found).toEqual([]);
  });
});
