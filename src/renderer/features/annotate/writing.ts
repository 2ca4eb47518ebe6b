import { create } from 'zustand'
import type { AnnotationId } from '#domain/shared/id.ts'

/** The annotation whose note is being written: one editor at a time, mounted only while it is used. */
export const useWriting = create<{ readonly writingId: AnnotationId | undefined }>(() => ({
  writingId: undefined,
}))
