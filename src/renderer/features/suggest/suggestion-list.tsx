import { Check, X } from 'lucide-react'
import { useCallback, useDeferredValue, memo, useMemo, type ReactNode } from 'react'
import type { SuggestedTheme, SuggestionReason } from '#contract/calls.ts'
import { displayTitle } from '#domain/agreement/agreement.ts'
import { refuseTheme } from '#domain/library/changes/assessment-changes.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { IconButton } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useAfterPause, useSettled } from '../../ui/use-after-pause.ts'
import { runCommand } from '../../workspace/commands.ts'
import { showPlace } from '../../workspace/navigation.ts'
import { notify } from '../../workspace/notify.ts'
import { pointsAt } from '../../workspace/pointed-words.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './suggestion-list.module.css'
import { useSuggestionKeys, type Decisions } from './use-suggestion-keys.ts'
import { useSuggestions } from './use-suggestions.ts'

/** What suggestions are made for. */
interface SuggestionProps {
  readonly text: Text
  readonly model: TextModel
  readonly provision: Provision
  readonly onAccept: (themeId: ThemeId) => void
}

/** The key as it is printed on the keyboard. */
const ALT = navigator.userAgent.includes('Macintosh') ? '⌥' : 'Alt'

/** Who codes one thing after another is not kept waiting for what might come next. */
const PAUSE_MS = 150

/** What takes longer to be found is said to be looked for. */
const LONG_MS = 400

/**
 * Themes proposed for a provision, with the words that cause them. Nothing is given until the analyst says so. They
 * are looked for once everything else is on the screen, and stay those of one provision throughout. Their room is there
 * from the beginning and always the same, however many they are: what comes late must not move what stands below it.
 */
export function SuggestionList(props: SuggestionProps): ReactNode {
  const { themes } = useCatalog()
  const settled = useSettled(props, props.provision.id, PAUSE_MS)
  const late = useDeferredValue<SuggestionProps | undefined>(settled, undefined)
  if (themes.size === 0) return undefined
  return (
    <section className={styles['suggestions']} aria-label="Suggested themes">
      {late && <Suggestions {...late} />}
    </section>
  )
}

const Suggestions = memo(function Suggestions({
  text,
  model,
  provision,
  onAccept,
}: SuggestionProps): ReactNode {
  const { commit, author } = useWorkspace()
  const { themes } = useCatalog()
  const assessment = model.assessments.get(provision.id)
  const found = useSuggestions(text, model, provision)
  const suggestions = found ?? NONE
  const waitedFor = useAfterPause(found ? undefined : provision.id, LONG_MS)

  const refuse = useCallback(
    (themeId: ThemeId) => {
      const place = { textId: text.id, provisionId: provision.id, assessment }
      const operations = refuseTheme(place, themeId, author())
      void commit({ action: 'suggestion.refuse', operations }).then(
        (outcome) =>
          outcome === 'saved' &&
          notify('Not suggested here again.', { label: 'Undo', run: () => runCommand('edit.undo') }),
      )
    },
    [text.id, provision.id, assessment, commit, author],
  )
  const decisions = useMemo(() => ({ accept: onAccept, refuse }), [onAccept, refuse])
  useSuggestionKeys(suggestions, provision.id, decisions)

  return (
    <>
      <header>
        <h3>Suggested themes{suggestions.length > 0 && ` (${suggestions.length})`}</h3>
        {suggestions.length > 0 && (
          <span>
            <Kbd>Y</Kbd> accept <Kbd>X</Kbd> refuse
          </span>
        )}
      </header>
      {found?.length === 0 && (
        <p className={styles['none']}>
          None here. They come from the signal words of the codebook, and from what you have coded alike.
        </p>
      )}
      {!found && waitedFor === provision.id && <p className={styles['none']}>Looking for themes…</p>}
      {suggestions.length > 0 && (
        // Of another provision they are read from the beginning.
        <div key={provision.id} className={styles['list']}>
          <ul>
            {suggestions.map(({ themeId, reasons }, i) => {
              const theme = themes.get(themeId)
              return (
                theme && (
                  <Proposal
                    key={themeId}
                    number={i + 1}
                    isAlone={suggestions.length === 1}
                    theme={theme}
                    reasons={reasons}
                    text={text}
                    decisions={decisions}
                  />
                )
              )
            })}
          </ul>
          {suggestions.length > 1 && (
            <p className={styles['keys']}>
              <Kbd>Y</Kbd> and <Kbd>X</Kbd> are for the first. Any: <Kbd>{ALT}</Kbd> and its number, with{' '}
              <Kbd>Shift</Kbd> to refuse
            </p>
          )}
        </div>
      )}
    </>
  )
})

const NONE: readonly SuggestedTheme[] = []

function Proposal({
  number,
  isAlone,
  theme,
  reasons,
  text,
  decisions,
}: {
  /** From 1: the number that is pressed with Alt. */
  readonly number: number
  readonly isAlone: boolean
  readonly theme: Theme
  readonly reasons: readonly SuggestionReason[]
  readonly text: Text
  readonly decisions: Decisions
}): ReactNode {
  return (
    <li {...pointsAt(reasons.flatMap((reason) => reason.spans))}>
      <div className={styles['line']}>
        {!isAlone && <Kbd>{number}</Kbd>}
        <ThemeChip theme={theme} />
        <span className={styles['buttons']}>
          <IconButton
            label={`Accept ${theme.code}`}
            aria-keyshortcuts={`Alt+${number}`}
            onClick={() => decisions.accept(theme.id)}
          >
            <Check size={14} />
          </IconButton>
          <IconButton
            label={`Refuse ${theme.code}`}
            aria-keyshortcuts={`Alt+Shift+${number}`}
            onClick={() => decisions.refuse(theme.id)}
          >
            <X size={14} />
          </IconButton>
        </span>
      </div>
      {reasons.map((reason) => (
        <ReasonLine key={reason.kind} reason={reason} text={text} />
      ))}
    </li>
  )
}

const WHY = {
  signal: 'Signal words',
  definition: 'Words of its definition',
  neighbour: 'You coded',
} as const satisfies Record<SuggestionReason['kind'], string>

function ReasonLine({ reason, text }: { readonly reason: SuggestionReason; readonly text: Text }): ReactNode {
  const { agreements, texts } = useCatalog()
  const [span] = reason.spans
  const like = reason.kind === 'neighbour' ? texts.get(reason.like.textId) : undefined
  const alike = like && agreements.get(like.agreementId)
  return (
    <p className={styles['reason']}>
      {WHY[reason.kind]}
      {reason.kind === 'neighbour' && alike && (
        <>
          {' '}
          <bdi>
            {reason.like.label}
            {alike.id === text.agreementId ? '' : ` of ${displayTitle(alike)}`}
          </bdi>{' '}
          so, which shares
        </>
      )}
      :{' '}
      <button type="button" onClick={() => span && showPlace(text.agreementId, span.start)}>
        <bdi>{reason.words.map((word) => `“${word}”`).join(', ')}</bdi>
      </button>
    </p>
  )
}
