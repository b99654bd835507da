import type { Element, ElementContent, Root } from 'hast';
import { type Face, printable } from '../../platform/pdf/letters.ts';
import type { Pdf } from '../../platform/pdf/tagged-pdf.ts';
import { writeRuns } from './write-runs.ts';

type Struct = PDFKit.PDFStructureElement;
type Node = ElementContent | Root['children'][number];

/** Where blocks are drawn: into which part of the structure, how far from the left edge. */
export interface Place {
  pdf: Pdf;
  parent: Struct;
  left: number;
  size: number;
}

interface Piece {
  text: string;
  face: Face;
  /** An address on the web, or `#` and the id of an article. */
  to?: string | undefined;
}

const ink = '#182226';
const accent = '#0b5a61';
export const edge = 56;

const widthOf = ({ pdf, left }: Place): number => pdf.page.width - edge - left;

/** Goes to a new page where fewer than so many points are left on this one. */
export const makeRoom = ({ pdf }: Pick<Place, 'pdf'>, points: number): void => {
  if (pdf.y + points > pdf.page.height - edge) pdf.addPage();
};

const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

const piecesOf = (node: Node, face: Face, to?: string): Piece[] => {
  if (node.type === 'text') return [{ text: printable(node.value.replaceAll(/\s+/g, ' ')), face, to }];
  if (node.type !== 'element') return [];
  if (node.tagName === 'br') return [{ text: '\n', face, to }];
  if (classesOf(node).includes('cite')) return [{ text: ` [${wordsIn(node)}]`, face: 'plain' }];
  const inside: Face = ['strong', 'b', 'th'].includes(node.tagName) ? 'bold' : face;
  const target = node.tagName === 'a' ? String(node.properties.href ?? '') : to;
  return node.children.flatMap((child) => piecesOf(child, inside, target));
};

const wordsIn = (node: Node): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
};

/** Writes pieces one after another as one paragraph; each link is a part of its own, so that it is read as one. */
const writePieces = (place: Place, tag: string, pieces: readonly Piece[]): void => {
  const { pdf, parent, left, size } = place;
  const said = pieces.filter(({ text }) => text !== '');
  if (said.length === 0) return;
  const paragraph = pdf.struct(tag);
  parent.add(paragraph);
  pdf.x = left;
  for (const [index, { text, face, to }] of said.entries()) {
    const options = {
      width: widthOf(place),
      continued: index < said.length - 1,
      lineGap: 2,
      underline: to !== undefined,
    };
    const address = to === undefined ? {} : to.startsWith('#') ? { goTo: to.slice(1) } : { link: to };
    const write = () => {
      pdf.fontSize(size).fillColor(to === undefined ? ink : accent);
      writeRuns(pdf, face, text, { ...options, ...address });
    };
    paragraph.add(to === undefined ? write : pdf.struct('Link', {}, write));
  }
  paragraph.end();
};

const drawParagraph = (place: Place, node: Element): void => {
  makeRoom(place, 30);
  writePieces(
    place,
    'P',
    node.children.flatMap((child) => piecesOf(child, 'plain')),
  );
  place.pdf.moveDown(0.5);
};

/** A heading of a text, in the size of its level; it never stays alone at the foot of a page. */
export const drawHeading = (place: Place, level: 1 | 2 | 3, text: string, destination?: string): void => {
  const { pdf, parent, left } = place;
  const size = { 1: 22, 2: 15, 3: 12.5 }[level];
  makeRoom(place, 90);
  pdf.moveDown(level === 1 ? 0 : 0.5);
  if (destination) pdf.addNamedDestination(destination, 'XYZ', null, pdf.y, null);
  const write = () => {
    pdf.x = left;
    pdf.fontSize(size).fillColor(ink);
    writeRuns(pdf, 'bold', text, { width: widthOf(place) });
  };
  parent.add(pdf.struct(`H${level}`, {}, write));
  pdf.fontSize(place.size).moveDown(0.4);
};

const blocks = ['p', 'ul', 'ol', 'h2', 'h3', 'h4', 'blockquote', 'table', 'div', 'pre'];
const isBlock = (node: Node): node is Element => node.type === 'element' && blocks.includes(node.tagName);

const box = ({ pdf }: Place, x: number, y: number): void => {
  pdf
    .rect(x + 1, y + 2, 8, 8)
    .lineWidth(0.9)
    .stroke(ink);
};

const drawItem = (place: Place, item: Element, label: string | null): void => {
  const { pdf, parent, left, size } = place;
  makeRoom(place, 30);
  const entry = pdf.struct('LI');
  parent.add(entry);
  const top = pdf.y;
  const mark = () => {
    if (label === null) box(place, left, top);
    else pdf.font('plain').fontSize(size).fillColor(ink).text(label, left, top, { lineBreak: false });
  };
  entry.add(pdf.struct('Lbl', {}, mark));
  pdf.y = top;
  const body = pdf.struct('LBody');
  entry.add(body);
  const inside = { ...place, parent: body, left: left + 20 };
  writePieces(
    inside,
    'P',
    item.children.filter((child) => !isBlock(child)).flatMap((child) => piecesOf(child, 'plain')),
  );
  pdf.moveDown(0.2);
  drawBlocks(inside, item.children.filter(isBlock));
  entry.end();
};

const drawList = (place: Place, list: Element): void => {
  const isChecklist = classesOf(list).includes('checklist');
  const whole = place.pdf.struct('L');
  place.parent.add(whole);
  const items = list.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li');
  for (const [index, item] of items.entries()) {
    const label = isChecklist ? null : list.tagName === 'ol' ? `${index + 1}.` : '•';
    drawItem({ ...place, parent: whole }, item, label);
  }
  whole.end();
  place.pdf.moveDown(0.3);
};

const rowsOf = (node: Element): Element[] =>
  node.children.flatMap((child) => (child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : rowsOf(child)));

const drawRow = (place: Place, row: Element): void => {
  const { pdf, parent, left } = place;
  const cells = row.children.filter((child): child is Element => child.type === 'element');
  const width = widthOf(place) / Math.max(1, cells.length);
  const size = place.size - 1;
  const texts = cells.map((cell) => printable(wordsIn(cell).trim()));
  pdf.font('plain').fontSize(size);
  const height = Math.max(...texts.map((text) => pdf.heightOfString(text || ' ', { width: width - 8 }))) + 6;
  makeRoom(place, height);
  const top = pdf.y;
  const line = pdf.struct('TR');
  parent.add(line);
  for (const [index, cell] of cells.entries()) {
    const isHead = cell.tagName === 'th';
    const write = () => {
      [pdf.x, pdf.y] = [left + index * width, top + 3];
      pdf.fontSize(size).fillColor(ink);
      writeRuns(pdf, isHead ? 'bold' : 'plain', texts[index] ?? '', { width: width - 8 });
    };
    line.add(pdf.struct(isHead ? 'TH' : 'TD', isHead ? ({ scope: 'Column' } as object) : {}, write));
  }
  line.end();
  pdf.x = left;
  pdf.y = top + height;
};

const drawTable = (place: Place, table: Element): void => {
  const whole = place.pdf.struct('Table');
  place.parent.add(whole);
  for (const row of rowsOf(table)) drawRow({ ...place, parent: whole }, row);
  whole.end();
  place.pdf.moveDown(0.5);
};

/** Draws the blocks of a text below one another, each with its tag for screen readers. */
export const drawBlocks = (place: Place, nodes: readonly Node[]): void => {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { tagName } = node;
    if (tagName === 'h2' || tagName === 'h3' || tagName === 'h4')
      drawHeading(place, tagName === 'h2' ? 2 : 3, wordsIn(node));
    else if (tagName === 'ul' || tagName === 'ol') drawList(place, node);
    else if (tagName === 'table') drawTable(place, node);
    else if (tagName === 'div') drawBlocks(place, node.children);
    else if (tagName === 'blockquote') drawBlocks({ ...place, left: place.left + 20 }, node.children);
    else drawParagraph(place, node);
  }
};

/** One paragraph of plain words. */
export const drawWords = (place: Place, text: string, face: Face = 'plain', to?: string): void => {
  makeRoom(place, 24);
  writePieces(place, 'P', [{ text: printable(text), face, to }]);
  place.pdf.moveDown(0.4);
};
