import type { Reporter, TestCase } from 'vitest/node';

/** Names at the end every test that passed only at its second try, so that none of them hides in a green run. */
export default class SecondTries implements Reporter {
  #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const tries = test.diagnostic()?.retryCount ?? 0;
    if (tries > 0 && test.result().state === 'passed') this.#names.push(test.fullName);
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.log(`passed only at the second try: ${name}`);
  }
}
