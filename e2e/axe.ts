import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds, a line each, so that a failure reads as a list of what to mend. */
export async function findings(page: Page): Promise<string[]> {
  // Legacy mode stays in this window: Electron opens no other for axe to report in.
  // A window splitter stands between the regions that it divides, in none of them.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('[role=separator]').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}
