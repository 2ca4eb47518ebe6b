import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { announce } from '../../workspace/announce.ts'
import { useHere } from '../../workspace/here.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'

/** Stands at a provision; what stands inside an article is pointed out there. */
export function goToProvision(tree: ProvisionTree, found: Provision): void {
  const isUnit = tree.unitOf(found) === found
  getSelection()?.removeAllRanges()
  useNavigation.setState({ annotationId: undefined, span: undefined })
  useHere.setState({
    here: isUnit ? undefined : { start: found.start, end: found.end },
    pointed: isUnit ? undefined : found.id,
  })
  useJump.setState({ offset: found.start })
  announce(citationLabel(tree, found))
}
