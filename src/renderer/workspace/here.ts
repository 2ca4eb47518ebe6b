import { create } from 'zustand'
import type { Span } from './navigation.ts'

/** The place in the text whose annotations are gone through: where the last click was, or where a key began. */
export const useHere = create<{ readonly here: Span | undefined }>(() => ({ here: undefined }))
