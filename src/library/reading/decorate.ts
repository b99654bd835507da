import type { Element, ElementContent, Root, Text } from 'hast';
import type { Surroundings } from './draw-text.ts';
import { citation } from './scan-markdown.ts';

type Child = Root['children'][number];

const element = (tagName: string, properties: Element['properties'], ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const wordsOf = (node: Child): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
};

interface State extends Surroundings {
  /** The last heading passed: a table is called after it. */
  heading: string;
}

/** A number above the line that leads to the source; the first one of each can be come back to. */
const markOf = (source: string, state: State): Element[] => {
  const cited = state.cite(source);
  if (!cited) return [];
  const id = cited.isFirst ? { id: `cite-${source}` } : {};
  const link = element('a', { href: `#source-${source}`, ariaLabel: cited.label, ...id }, text(`${cited.number}`));
  return [element('sup', { className: ['cite'] }, link)];
};

const text = (value: string): Text => ({ type: 'text', value });

const withMarks = ({ value }: Text, state: State): ElementContent[] => {
  const made: ElementContent[] = [];
  let from = 0;
  for (const found of value.matchAll(citation)) {
    const before = value.slice(from, found.index).trimEnd();
    if (before) made.push(text(before));
    else if (from > 0) made.push(element('sup', { className: ['cite'] }, text(', ')));
    made.push(...markOf(found[1] ?? '', state));
    from = found.index + found[0].length;
  }
  const rest = value.slice(from);
  return rest ? [...made, text(rest)] : made;
};

const classesOf = ({ properties }: Element): unknown[] =>
  Array.isArray(properties.className) ? properties.className : [];

/** A list of things to tick: the box is drawn, so that it prints and nothing pretends to keep what one ticks. */
const checklist = (list: Element): Element => ({ ...list, properties: { className: ['checklist'] } });
const checklistItem = (item: Element): Element => ({ ...item, properties: {} });

const isBox = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'input';

const adorn = (node: Element, state: State): Element => {
  if (classesOf(node).includes('contains-task-list')) return checklist(node);
  if (classesOf(node).includes('task-list-item')) return checklistItem(node);
  if (node.tagName === 'a' && /^https?:/.test(String(node.properties.href)))
    return { ...node, properties: { ...node.properties, rel: ['noreferrer', 'noopener'] } };
  if (node.tagName === 'th') return { ...node, properties: { ...node.properties, scope: 'col' } };
  if (node.tagName === 'table')
    return element('div', { className: ['wide'], role: 'region', tabIndex: 0, ariaLabel: state.heading }, node);
  return node;
};

const inside = (children: readonly Child[], state: State): ElementContent[] =>
  children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return withMarks(child, state);
    if (child.type !== 'element') return [];
    if (isBox(child)) return [];
    if (/^h[2-6]$/.test(child.tagName)) state.heading = wordsOf(child);
    return [adorn({ ...child, children: inside(child.children, state) }, state)];
  });

/** Adds to a clean tree what Markdown has no words for: marks, boxes to tick, tables that scroll, polite links. */
export const decorate = (tree: Root, surroundings: Surroundings): Root => {
  const state: State = { ...surroundings, heading: '' };
  return { ...tree, children: inside(tree.children, state) };
};
