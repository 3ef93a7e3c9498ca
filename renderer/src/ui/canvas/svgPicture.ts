/**
 * @file A drawing as a file of its own: colours, lines and type resolved to what is seen now, nothing of the app left
 * in it, and nothing fetched by whoever opens it.
 */

/** What is resolved, with what it is where nobody says. All but opacity pass from a group to what is in it. */
const unsaid: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  opacity: '1',
  'font-family': '',
  'font-size': '',
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
};

/** What only matters while somebody works with the drawing carries this attribute and is left out. */
export const leftOut = 'data-picture-leaves-out';

/** The drawing as SVG, as wide and high as it is seen, on its background. `title` is its description. */
export function svgPicture(drawing: SVGSVGElement, title: string): string {
  const { width, height } = drawing.getBoundingClientRect();
  const picture = copyOf(drawing, unsaid) ?? document.createElementNS(svgNamespace, 'svg');
  picture.setAttribute('xmlns', svgNamespace);
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height));
  const paper = document.createElementNS(svgNamespace, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(drawing).backgroundColor);
  const name = document.createElementNS(svgNamespace, 'title');
  name.textContent = title;
  picture.prepend(name, paper);
  return new XMLSerializer().serializeToString(picture);
}

const svgNamespace = 'http://www.w3.org/2000/svg';

const keptAttributes: ReadonlySet<string> = new Set([
  ...[
    'id',
    'd',
    'x',
    'y',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'x1',
    'y1',
    'x2',
    'y2',
    'dx',
    'dy',
    'width',
    'height',
  ],
  ...['transform', 'patternUnits', 'patternTransform', 'direction'],
]);

function copyOf(original: Element, around: Readonly<Record<string, string>>): Element | undefined {
  if (original.hasAttribute(leftOut)) return undefined;
  const style = getComputedStyle(original);
  if (style.display === 'none' || style.visibility === 'hidden') return undefined;
  const copy = document.createElementNS(svgNamespace, original.localName);
  for (const { name, value } of original.attributes) {
    if (keptAttributes.has(name)) copy.setAttribute(name, value);
  }
  const inside: Record<string, string> = { ...around, opacity: '1' };
  for (const name of Object.keys(unsaid)) {
    const value = style.getPropertyValue(name);
    if (value === inside[name]) continue;
    copy.setAttribute(name, value);
    if (name !== 'opacity') inside[name] = value;
  }
  for (const child of original.childNodes) {
    if (child instanceof Element) {
      const within = copyOf(child, inside);
      if (within) copy.append(within);
    } else if (child instanceof Text) copy.append(child.data);
  }
  return copy;
}
