import { CALLS, type CallInput, type CallName, type CallOutput, type Reply } from '#contract/calls.ts'
import { PactaError } from '#contract/errors.ts'
import type { Log } from './shell-services.ts'

/** One function for each call of the contract. */
export type Handlers = { readonly [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> }

/**
 * Answers a call that came over the process line: checks its name and input, runs its handler, checks the output.
 * Never throws: whatever happens becomes a reply with a code.
 */
export async function dispatch(
  handlers: Handlers,
  log: Log,
  name: unknown,
  input: unknown,
): Promise<Reply<CallName>> {
  if (typeof name !== 'string' || !Object.hasOwn(CALLS, name))
    return refusal(new PactaError('invalid-request'))
  const call = name as CallName
  const parsed = CALLS[call].input.safeParse(input)
  if (!parsed.success) {
    log.error(`call ${call} with unfit input`, parsed.error.message)
    return refusal(new PactaError('invalid-request'))
  }
  try {
    // Safe: the input was parsed with the schema of this very call.
    const handler = handlers[call] as (input: unknown) => Promise<unknown>
    const output = CALLS[call].output.parse(await handler(parsed.data)) as CallOutput<CallName>
    return { ok: true, output }
  } catch (error) {
    if (error instanceof PactaError) {
      if (error.cause !== undefined) log.error(`call ${call}: ${error.code}`, error.cause)
      return refusal(error)
    }
    log.error(`call ${call} failed`, error)
    return refusal(new PactaError('internal'))
  }
}

function refusal(error: PactaError): Reply<CallName> {
  return { ok: false, code: error.code, details: error.details }
}
