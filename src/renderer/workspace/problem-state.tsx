import type { ReactNode } from 'react'
import { errorMessage, PactaError } from '#contract/errors.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** Says in the place of something why it cannot be shown. */
export function ProblemState({ error }: { readonly error: unknown }): ReactNode {
  const { happened, safe, todo } =
    error instanceof PactaError ? errorMessage(error.code, error.details) : errorMessage('internal')
  return (
    <EmptyState title={happened}>
      {safe} {todo}
    </EmptyState>
  )
}
