import type { Element, Root, RootContent } from 'hast';
import { createElement, type ReactNode } from 'react';

const ariaName = (name: string): string => (name.startsWith('aria') ? `aria-${name.slice(4).toLowerCase()}` : name);

const propertiesOf = ({ properties }: Element): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [ariaName(name), Array.isArray(value) ? value.join(' ') : value]),
  );

const toNode = (node: RootContent, key: number): ReactNode => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return null;
  return createElement(node.tagName, { key, ...propertiesOf(node) }, ...node.children.map(toNode));
};

/** A drawn text as part of a page; every word of it is escaped like any other. */
export const Prose = ({ tree, written = {} }: { tree: Root; written?: { lang?: string; dir?: 'ltr' | 'rtl' } }) => (
  <div className="prose" {...written}>
    {tree.children.map(toNode)}
  </div>
);
