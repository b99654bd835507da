import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', afterLight = ''] = css.split('@media (prefers-color-scheme: dark)');
const dark = light + (afterLight.split('@media print')[0] ?? '');

const colours = (part: string): Record<string, string> =>
  Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]));

/** WCAG 2.2, relative luminance. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
};

const states = ['immediate', 'urgent', 'unsorted', 'routine'];
const texts = ['ink', 'quiet', 'accent', 'accent-strong', 'done', ...states];
const onGrounds = ['paper', 'raised', 'sunken', 'accent-soft'].flatMap((ground) =>
  texts.map((text) => [text, ground, 4.5] as const),
);
const onStates = [...states, 'done'].flatMap((state) => [
  [state, `${state}-soft`, 4.5] as const,
  ['ink', `${state}-soft`, 4.5] as const,
]);
const inside = states.map((state) => [`on-${state}`, state, 4.5] as const);
const others = [
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-bar', 'bar', 4.5],
  ['on-bar', 'bar', 4.5],
  ['on-alarm', 'alarm', 4.5],
  ['line-strong', 'paper', 3],
  ['line-strong', 'raised', 3],
  ['focus', 'paper', 3],
] as const;

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('tokens in %s', (_name, tokens) => {
  it.each([...onGrounds, ...onStates, ...inside, ...others])('keep %s on %s readable (%s:1)', (text, ground, least) => {
    const reached = contrast(tokens[text] ?? '', tokens[ground] ?? '');

    expect(reached).toBeGreaterThanOrEqual(least);
  });
});
