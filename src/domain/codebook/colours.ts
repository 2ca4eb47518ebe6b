import type { ThemeColour } from './theme.ts'

/** Every colour a theme can have, in the order in which they are offered. */
export const THEME_COLOURS = [
  'framing',
  'political',
  'security',
  'economic',
  'energy',
  'environment',
  'society',
  'legal',
  'implementation',
  'other',
] as const satisfies readonly ThemeColour[]

/** The colours as other programs write them: those of the light window. */
const HEX: Readonly<Record<ThemeColour, string>> = {
  framing: '#626A76',
  political: '#1D72B4',
  security: '#C03A1F',
  economic: '#00795C',
  energy: '#A36500',
  environment: '#65720C',
  society: '#97479F',
  legal: '#4147B5',
  implementation: '#87592A',
  other: '#4A4A4A',
}

/** How a colour is called: by its hue, because a family that a user adds may have any of them. */
export const COLOUR_NAMES: Readonly<Record<ThemeColour, string>> = {
  framing: 'Slate',
  political: 'Blue',
  security: 'Red',
  economic: 'Green',
  energy: 'Amber',
  environment: 'Olive',
  society: 'Purple',
  legal: 'Indigo',
  implementation: 'Brown',
  other: 'Grey',
}

/** A colour as `#RRGGBB`. */
export function hexOf(colour: ThemeColour): string {
  return HEX[colour]
}

/** Reads `#RGB` or `#RRGGBB` as `#RRGGBB` in capitals; nothing when it is neither. */
export function parseHex(written: string): string | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(written.trim())?.[1]?.toUpperCase()
  if (digits === undefined) return undefined
  return digits.length === 6 ? `#${digits}` : `#${digits.replace(/./g, '$&$&')}`
}

/** The colour of ours that looks most like `#RRGGBB`: the least distance in Oklab. */
export function nearestColour(hex: string): ThemeColour {
  const wanted = oklab(hex)
  const distance = (colour: ThemeColour): number => {
    const [l, a, b] = oklab(HEX[colour])
    return (l - wanted[0]) ** 2 + (a - wanted[1]) ** 2 + (b - wanted[2]) ** 2
  }
  return THEME_COLOURS.reduce<ThemeColour>(
    (best, colour) => (distance(colour) < distance(best) ? colour : best),
    'other',
  )
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020): constants from there. */
function oklab(hex: string): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** The light of an sRGB value, by the standard's own curve (IEC 61966-2-1). */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
