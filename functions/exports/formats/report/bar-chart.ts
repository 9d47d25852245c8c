import { escapedHtml } from './html.ts'

/** How a part of a bar is filled: told apart by darkness and pattern, so also without colours. */
export type Fill = 'dark' | 'light' | 'hatched'

/** One bar: what it is of, its parts from the left, and what is written after it. */
export type Bar = {
  readonly label: string
  readonly parts: readonly { readonly value: number; readonly fill: Fill }[]
  readonly text: string
}

/** A chart of bars: a name for its ids, its title, what its fills mean, and its bars from above. */
export type BarChart = {
  readonly id: string
  readonly title: string
  readonly legend: readonly { readonly fill: Fill; readonly text: string }[]
  readonly bars: readonly Bar[]
}

/** The chart as a figure with an SVG that tells its numbers to those who do not see it. */
export const barChart = ({ id, title, legend, bars }: BarChart): string => {
  const top = legend.length === 0 ? 2 : 16
  const extents = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + Math.max(value, 0), 0))
  const scale = PLOT / Math.max(...extents, Number.MIN_VALUE)
  const told = bars.map(({ label, text }) => `${label}: ${text}`).join('; ')
  return `<figure>
<figcaption>${escapedHtml(title)}</figcaption>
<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${WIDTH} ${top + bars.length * STEP + 2}">
<title id="${id}-title">${escapedHtml(title)}</title>
<desc id="${id}-desc">${escapedHtml(`Liggande staplar. ${told}.`)}</desc>
<defs><pattern id="${id}-hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="2" height="5" fill="${DARK}"/></pattern></defs>
${legend.map((entry, at) => key(id, entry, LABELS + at * (PLOT / 2 + 45))).join('')}
${bars.map((bar, at) => drawn(id, bar, top + at * STEP, scale)).join('\n')}
<line x1="${LABELS}" y1="${top}" x2="${LABELS}" y2="${top + bars.length * STEP}" stroke="#222" stroke-width="0.8"/>
</svg>
</figure>`
}

const WIDTH = 360
const LABELS = 118
const PLOT = 168
const STEP = 15
const LONGEST_LABEL = 20

// A dark blue and a light orange: far apart in light, and told apart in every common colour blindness.
const DARK = '#0b4a7a'
const LIGHT = '#f3c98b'

const paint = (id: string, fill: Fill): string => {
  switch (fill) {
    case 'dark':
      return DARK
    case 'light':
      return LIGHT
    case 'hatched':
      return `url(#${id}-hatched)`
  }
}

const key = (id: string, { fill, text }: BarChart['legend'][number], x: number): string =>
  `<rect x="${x}" y="2" width="9" height="9" fill="${paint(id, fill)}" stroke="#222" stroke-width="0.5"/><text x="${x + 13}" y="10">${escapedHtml(text)}</text>`

const drawn = (id: string, { label, parts, text }: Bar, y: number, scale: number): string => {
  let x = LABELS
  const rectangles = parts.map(({ value, fill }) => {
    const width = Math.max(value, 0) * scale
    const rectangle = `<rect x="${rounded(x)}" y="${y + 2}" width="${rounded(width)}" height="${STEP - 4}" fill="${paint(id, fill)}" stroke="#222" stroke-width="0.5"/>`
    x += width
    return width > 0 ? rectangle : ''
  })
  const short = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label
  return `<text x="${LABELS - 4}" y="${y + 11}" text-anchor="end">${escapedHtml(short)}</text>${rectangles.join('')}<text x="${rounded(x + 4)}" y="${y + 11}">${escapedHtml(text)}</text>`
}

const rounded = (value: number): number => Math.round(value * 100) / 100
