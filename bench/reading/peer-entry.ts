import { createTextAnnotator } from '@recogito/text-annotator'

// Bundled and run in the window by `peer.ts`.
Object.assign(globalThis, { __peer: { createTextAnnotator } })
