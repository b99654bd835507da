/** Steps after which a run lets others have a turn. */
export const breathEvery = 256;

interface Immediate {
  readonly setImmediate?: (resume: () => void) => void;
}

let channel: MessageChannel | undefined;

/** Lets waiting events be handled, without the four milliseconds that browsers add to timers. */
export const breath = (): Promise<void> =>
  new Promise((resume) => {
    const { setImmediate } = globalThis as Immediate;
    if (setImmediate) return setImmediate(resume);
    // Kept for good: a channel that nothing refers to may be collected together with its message.
    channel ??= new MessageChannel();
    channel.port1.addEventListener('message', () => resume(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
