import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationOf, TREATY } from '#domain/library/fixture.testing.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { workerScript } from './worker-script.testing.ts'
import { carryInSlices, workerCarry, type Carry, type CarryTask } from './carry.ts'

const after = `${TREATY.replace('Wishing to keep', 'Desiring to keep')}\n${'Annexed words. '.repeat(5000)}`
const task: CarryTask = {
  before: {
    text: TREATY,
    provisions: detectStructure(TREATY),
    annotations: ['An attack on one Party', 'the peace'].map((words) => annotationOf(words)),
    assessments: [],
  },
  after: { text: after, provisions: detectStructure(after) },
  taken: new Set(),
}

function inWorker(): Carry {
  return workerCarry(workerScript(join(import.meta.dirname, 'carry-worker.ts')))
}

describe('workerCarry', () => {
  it('gives what carrying in this thread gives', async () => {
    const carried = await inWorker()(task, {})
    expect(carried).toEqual(await carryInSlices(task, {}))
    expect(carried.map(({ outcome }) => outcome.kind)).toEqual(['carried', 'carried'])
  })

  it('stops when told to', async () => {
    const controller = new AbortController()
    const carrying = inWorker()(task, { signal: controller.signal })
    controller.abort()
    await expect(carrying).rejects.toMatchObject({ code: 'cancelled' })
  })
})
