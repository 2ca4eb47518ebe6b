import { useMemo, type ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import type { ExternalReference, Reference } from '#domain/references/reference.ts'
import {
  brokenReferences,
  citationsIn,
  instrumentsIn,
  referencesIn,
  referencesTo,
} from '#domain/references/reference-lists.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { show, showPlace } from '../../workspace/navigation.ts'
import { useInstruments, useReferences } from '../../workspace/use-references.ts'
import { leave } from '../../workspace/way-back.ts'
import styles from './reference-panel.module.css'

/**
 * What a text refers to: of one provision where its references go and what cites it; of the whole text, and of the
 * provision, the other instruments and the references to nothing.
 */
export function ReferencePanel({
  text,
  model,
  content,
  provision,
}: {
  readonly text: Text
  readonly model: TextModel
  readonly content: string
  /** Absent for the whole text. */
  readonly provision?: Provision
}): ReactNode {
  const all = useReferences(text, model, content)
  const { tree } = model
  const here = useMemo(() => (provision ? referencesIn(all, provision) : all), [all, provision])
  const citations = useMemo(() => citationsIn(all), [all])
  const to = useMemo(
    () => (provision ? referencesTo(tree, citations, provision) : []),
    [tree, citations, provision],
  )
  const from = provision
    ? here.filter((r) => r.kind === 'internal' && r.targets.some((id) => isElsewhere(id)))
    : []
  const instruments = useMemo(() => instrumentsIn(here), [here])
  const broken = useMemo(() => brokenReferences(here), [here])
  const count = from.length + to.length + instruments.length + broken.length

  function isElsewhere(id: string): boolean {
    const target = tree.find(id)
    return target !== undefined && target !== provision && tree.unitOf(target) !== provision
  }
  const place = { text, tree, content }
  return (
    <details className={styles['panel']} open={provision !== undefined || broken.length > 0}>
      <summary>References ({count})</summary>
      {count === 0 && <p className={styles['none']}>Nothing is referred to here.</p>}
      <PlaceList title="Refers to" references={from} label={(r) => targetLabel(tree, r)} {...place} />
      <PlaceList title="Cited by" references={to} label={(r) => placeLabel(tree, r)} {...place} />
      <InstrumentList instruments={instruments} text={text} tree={tree} />
      <PlaceList
        title="Broken"
        references={broken}
        label={(r) =>
          `${placeLabel(tree, r)}: ${BROKEN[r.kind === 'internal' ? (r.broken ?? 'no such article') : 'no such article']}`
        }
        {...place}
      />
    </details>
  )
}

const BROKEN = {
  'no such article': 'no such article in this text',
  'no such paragraph': 'the article has no such paragraph',
  'no such division': 'no such part or annex in this text',
} as const

function placeLabel(tree: ProvisionTree, { from }: Reference): string {
  const place = tree.find(from)
  return place ? citationLabel(tree, place) : ''
}

function targetLabel(tree: ProvisionTree, reference: Reference): string {
  if (reference.kind === 'external') return reference.instrument.name
  const targets = reference.targets.flatMap((id) => tree.find(id) ?? [])
  const [first] = targets
  const last = targets.at(-1)
  if (!first || !last) return ''
  return first === last
    ? citationLabel(tree, first)
    : `${citationLabel(tree, first)} to ${citationLabel(tree, last)}`
}

/** References, each a button: to where it goes under "Refers to", to where it stands elsewhere. */
function PlaceList({
  title,
  references,
  label,
  text,
  tree,
  content,
}: {
  readonly title: 'Refers to' | 'Cited by' | 'Broken'
  readonly references: readonly Reference[]
  readonly label: (reference: Reference) => string
  readonly text: Text
  readonly tree: ProvisionTree
  readonly content: string
}): ReactNode {
  if (references.length === 0) return undefined
  const go = (reference: Reference): void => {
    const target = reference.kind === 'internal' ? tree.find(reference.targets[0] ?? '') : undefined
    leave({ agreementId: text.agreementId, textId: text.id, offset: reference.start })
    showPlace(text.agreementId, title === 'Refers to' && target ? target.start : reference.start)
  }
  return (
    <section>
      <h4>{title}</h4>
      <ul aria-label={title}>
        {references.map((reference) => (
          <li key={reference.start}>
            <button type="button" onClick={() => go(reference)}>
              <span className={styles['label']}>{label(reference)}</span>
              <span className={styles['words']} dir="auto">
                {content.slice(reference.start, reference.end).replace(/\s+/g, ' ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Other instruments; one that the library holds is opened, and each place that cites it can be gone to. */
function InstrumentList({
  instruments,
  text,
  tree,
}: {
  readonly instruments: ReturnType<typeof instrumentsIn>
  readonly text: Text
  readonly tree: ProvisionTree
}): ReactNode {
  const find = useInstruments(text.agreementId)
  if (instruments.length === 0) return undefined
  const go = (reference: ExternalReference): void => showPlace(text.agreementId, reference.start)
  return (
    <section>
      <h4>Other instruments</h4>
      <ul aria-label="Other instruments">
        {instruments.map(({ name, references }) => {
          const held = find(name)
          return (
            <li key={name} className={styles['instrument']}>
              {held ? (
                <button
                  type="button"
                  onClick={() => {
                    leave({
                      agreementId: text.agreementId,
                      textId: text.id,
                      offset: references[0]?.start ?? 0,
                    })
                    show({ kind: 'agreement', agreementId: held.id })
                  }}
                >
                  <span className={styles['label']} dir="auto">
                    {name} ({references.length})
                  </span>
                  <span className={styles['words']}>In this library: {displayTitle(held)}</span>
                </button>
              ) : (
                <span className={styles['label']} dir="auto">
                  {name} ({references.length})
                </span>
              )}
              <span className={styles['places']}>
                {references.slice(0, MOST_PLACES).map((reference) => (
                  <button
                    key={reference.start}
                    type="button"
                    title={reference.address}
                    onClick={() => go(reference)}
                  >
                    {placeLabel(tree, reference)}
                  </button>
                ))}
                {references.length > MOST_PLACES && <span>and {references.length - MOST_PLACES} more</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** More places would bury the other instruments. */
const MOST_PLACES = 12
