import { createTextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'

// Bundled and run in a window of its own by `peer.ts`.
Object.assign(globalThis, { __peer: { createTextAnnotator } })
