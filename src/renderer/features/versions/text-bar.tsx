import { useState, type ReactNode } from 'react'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { Text } from '#domain/text/text.ts'
import { currentTexts, earlierVersions, latestVersion } from '#domain/text/versions.ts'
import { Button } from '../../ui/button.tsx'
import { showPlace, useNavigation } from '../../workspace/navigation.ts'
import { notifyError } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { samePlace } from '#domain/structure/same-place.ts'
import { languageName, versionName } from './text-names.ts'
import styles from './text-bar.module.css'

/**
 * Above the text, where an agreement has more than one: its languages and its earlier versions, to change between
 * them at the same provision. An earlier version is said to be one.
 */
export function TextBar({ text, tree }: { readonly text: Text; readonly tree: ProvisionTree }): ReactNode {
  const workspace = useWorkspace()
  const { texts } = useCatalog()
  const provisionId = useNavigation((state) => state.provisionId)
  const [isSwitching, setSwitching] = useState(false)
  const current = currentTexts(texts, text.agreementId)
  const offered = current.flatMap((latest) => [latest, ...earlierVersions(texts, latest)])
  if (offered.length < 2) return undefined
  const latest = latestVersion(texts, text)
  const change = (to: Text): void => {
    setSwitching(true)
    switchTo(workspace, to, tree, provisionId)
      .catch(notifyError)
      .finally(() => setSwitching(false))
  }
  return (
    <div className={styles['bar']} role="group" aria-label="Texts of the agreement">
      <label>
        <span>Text</span>
        <select
          value={text.id}
          disabled={isSwitching}
          onChange={(event) => {
            const to = texts.get(event.target.value)
            if (to) change(to)
          }}
        >
          {offered.map((one) => (
            <option key={one.id} value={one.id}>
              {current.includes(one) ? languageName(one) : versionName(one)}
            </option>
          ))}
        </select>
      </label>
      {latest !== text && (
        <>
          <p>Earlier version, for reading only.</p>
          <Button tone="quiet" onClick={() => change(latest)}>
            Read the current version
          </Button>
        </>
      )}
    </div>
  )
}

async function switchTo(
  { projection }: Workspace,
  to: Text,
  tree: ProvisionTree,
  provisionId: string | undefined,
): Promise<void> {
  const model = await projection.loadText(to.id)
  const from = provisionId === undefined ? undefined : tree.find(provisionId)
  const place = from && model && samePlace(from, tree, model.tree)
  showPlace(to.agreementId, place?.start ?? 0, undefined, to.id)
  useNavigation.setState({ provisionId: place?.id })
}
