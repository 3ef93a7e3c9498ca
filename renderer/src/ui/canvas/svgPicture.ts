/**
 * @file A drawing as a file of its own: colours, lines and type resolved to what is seen now, nothing of the app left
 * in it, and nothing fetched by whoever opens it.
 */

const resolved = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
] as const;

/** What only matters while somebody works with the drawing carries this attribute and is left out. */
export const leftOut = 'data-picture-leaves-out';

/** The drawing as SVG, as wide and high as it is seen, on its background. `title` is its description. */
export function svgPicture(drawing: SVGSVGElement, title: string): string {
  const { width, height } = drawing.getBoundingClientRect();
  const picture = copyOf(drawing) as SVGSVGElement;
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

function copyOf(original: Element): Element | undefined {
  if (original.hasAttribute(leftOut)) return undefined;
  const style = getComputedStyle(original);
  if (style.display === 'none' || style.visibility === 'hidden') return undefined;
  const copy = document.createElementNS(svgNamespace, original.localName);
  for (const { name, value } of original.attributes) {
    if (keptAttributes.has(name)) copy.setAttribute(name, value);
  }
  if (original.localName !== 'defs' && original.localName !== 'pattern') {
    for (const name of resolved) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== 'none') copy.setAttribute(name, value);
      else if (value === 'none' && (name === 'fill' || name === 'stroke')) copy.setAttribute(name, 'none');
    }
  }
  for (const child of original.childNodes) {
    if (child instanceof Element) {
      const inside = copyOf(child);
      if (inside) copy.append(inside);
    } else if (child instanceof Text) copy.append(child.data);
  }
  return copy;
}
