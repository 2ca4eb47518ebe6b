/**
 * What runs inside the window: each function is sent there as its source, so it stands for itself and uses nothing
 * from around it. Times are milliseconds of the window's own clock, taken after the frame that shows the result.
 */

/** How long opening an agreement took: until its first screen can be read, and until everything answers. */
export interface Opening {
  readonly readable: number
  readonly interactive: number
}

/** Puts `__bench` into the window: what the other functions have in common. */
export function prepareWindow(): void {
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        // The first task after the frame, before anything else that waits.
        void scheduler.postTask(() => resolve(), { priority: 'user-blocking' })
      })
    })
  Object.assign(globalThis, {
    __bench: {
      painted,
      /** Frames until `holds`, at most ten seconds of them. */
      until: async (holds: () => boolean, what: string): Promise<void> => {
        const end = performance.now() + 10_000
        while (!holds()) {
          if (performance.now() > end) throw new Error(`Never seen: ${what}`)
          await painted()
        }
      },
      /** Waits until nothing runs any more: some frames in a row that come in time. */
      calm: async (): Promise<void> => {
        let calm = 0
        let last = performance.now()
        while (calm < 5) {
          await painted()
          calm = performance.now() - last < 40 ? calm + 1 : 0
          last = performance.now()
        }
      },
      marks: (): number => {
        let count = 0
        for (const mark of document.querySelectorAll('article [data-mark]'))
          count += mark.getAttribute('data-at')?.split(' ').length ?? 0
        return count
      },
      pick: <T>(list: readonly T[], n: number): T | undefined => list[n % list.length],
    },
  })
}

interface Bench {
  readonly painted: () => Promise<void>
  readonly until: (holds: () => boolean, what: string) => Promise<void>
  readonly calm: () => Promise<void>
  readonly marks: () => number
  readonly pick: <T>(list: readonly T[], n: number) => T | undefined
}
declare const __bench: Bench

/** Opens an agreement from the list and watches it come. */
export async function timeOpening(title: string): Promise<Opening> {
  const entries = [...document.querySelectorAll<HTMLElement>('nav[aria-label="Library"] button')]
  const entry = entries.find((button) => button.textContent.toLowerCase().includes(title.toLowerCase()))
  if (!entry) throw new Error(`Not in the list: ${title}`)
  await __bench.calm()
  const begin = performance.now()
  entry.click()
  const isReadable = (): boolean => {
    const line = document.querySelector('article [data-kind="article"] [data-start]')
    const box = line?.getBoundingClientRect()
    return box !== undefined && box.height > 0 && box.top < innerHeight
  }
  await __bench.until(isReadable, 'a line of the text')
  const readable = performance.now() - begin
  const isWhole = (): boolean =>
    __bench.marks() > 0 &&
    document.querySelectorAll('nav[aria-label="Outline"] li').length >= 20 &&
    document.querySelector('article [data-reference], article [data-start]') !== null &&
    /\d articles · /.test(document.querySelector('footer')?.textContent ?? '')
  await __bench.until(isWhole, 'marks, outline and progress')
  // Everything is there; it answers when a frame comes in time again.
  let interactive = performance.now()
  for (;;) {
    const before = performance.now()
    await __bench.painted()
    if (performance.now() - before < 40) break
    interactive = performance.now()
  }
  return { readable, interactive: interactive - begin }
}

/** A coding: when its key was pressed, in milliseconds since 1970, and how long it took until it was painted and listed. */
export interface Adding {
  readonly pressedAt: number
  readonly shown: number
}

/** Selects words of an article and presses the key of a theme. */
export async function timeAdding(n: number): Promise<Adding> {
  const units = [...document.querySelectorAll('article [data-kind="article"][data-unit]')]
  const unit = __bench.pick(units, n >> 3)
  const lines = [...(unit?.querySelectorAll('[data-start]') ?? [])]
  const words = __bench.pick(
    lines.filter((line) => line.textContent.length > 60),
    n,
  )
  const node = words?.firstChild
  if (!node) throw new Error('No words to select')
  if (words.getBoundingClientRect().top > innerHeight - 200 || words.getBoundingClientRect().top < 80)
    words.scrollIntoView({ block: 'center' })
  await __bench.calm()
  getSelection()?.setBaseAndExtent(node, 3 + (n % 5), node, 24 + (n % 11))
  await __bench.until(
    () => document.querySelector('[role=toolbar][aria-label="Selected words"]') !== null,
    'the toolbar',
  )
  await __bench.calm()
  const list = (): number => document.querySelectorAll('[aria-label="Annotations"] > li').length
  const listed = list()
  const marks = __bench.marks()
  const begin = performance.now()
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }))
  const isDone = (): boolean => list() > listed && __bench.marks() > marks
  await __bench.until(isDone, 'the coding painted and listed')
  return { pressedAt: performance.timeOrigin + begin, shown: performance.now() - begin }
}

/** Clicks into the strip beside the text, far from here; until the provision stands on the screen with its marks. */
export async function timeJump(n: number): Promise<number> {
  const strip = document.querySelector('[data-strip]')
  const box = strip?.getBoundingClientRect()
  if (!strip || !box) throw new Error('No strip')
  const last = document.querySelector('article [data-current]')
  const clientY = box.top + box.height * (0.02 + ((n * 0.381) % 0.96))
  await __bench.calm()
  const begin = performance.now()
  strip.dispatchEvent(new MouseEvent('click', { clientY, bubbles: true }))
  const isThere = (): boolean => {
    const unit = document.querySelector('article [data-current]')
    const place = unit?.getBoundingClientRect()
    const isSeen = place !== undefined && place.top < innerHeight && place.bottom > 0
    return isSeen && unit !== last && unit?.querySelector('[data-annotation]') !== null
  }
  await __bench.painted()
  await __bench.until(isThere, 'the provision with its marks')
  return performance.now() - begin
}

/** Types the address of an article, far from here, and presses Enter; until it stands on the screen with its marks. */
export async function timeGoing(n: number): Promise<number> {
  const address = 1 + ((n * 191) % 499)
  document.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'g', code: 'KeyG', bubbles: true, cancelable: true }),
  )
  await __bench.until(() => document.querySelector('input[aria-label="Address"]') !== null, 'the address')
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Address"]')
  // As a key would: React hears of a value only when it was not set on the element itself.
  if (input) Reflect.set(HTMLInputElement.prototype, 'value', String(address), input)
  input?.dispatchEvent(new Event('input', { bubbles: true }))
  await __bench.calm()
  const begin = performance.now()
  input?.form?.requestSubmit()
  const isThere = (): boolean => {
    const unit = document.querySelector(`article [data-unit="art-${address}"][data-current]`)
    const place = unit?.getBoundingClientRect()
    const isSeen = place !== undefined && place.top < innerHeight && place.bottom > 0
    return isSeen && unit?.querySelector('[data-mark]') !== null
  }
  await __bench.until(isThere, `article ${address} with its marks`)
  return performance.now() - begin
}

/** Shows one theme only, or all again, as a key on its button does; until the marks that are drawn are those. */
export async function timeFilter(n: number): Promise<number> {
  const press = (key: string, shiftKey: boolean): void => {
    document.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: 'KeyF', shiftKey, bubbles: true, cancelable: true }),
    )
  }
  const all = __bench.marks()
  press('f', false)
  const options = (): Element[] => [...document.querySelectorAll('[role=dialog] [role=option]')]
  await __bench.until(() => options().length > 0, 'the themes')
  await __bench.calm()
  const option = __bench.pick(options(), n * 7)
  const begin = performance.now()
  option?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await __bench.until(() => __bench.marks() < all, 'fewer marks')
  const taken = performance.now() - begin
  await __bench.calm()
  press('F', true)
  await __bench.until(() => __bench.marks() >= all, 'all marks')
  await __bench.calm()
  return taken
}

/** Scrolls by `by` pixels a frame; how long each frame took. By 0, what frames take here with nothing to draw. */
export async function timeScrolling(by: number): Promise<number[]> {
  const scroller = document.querySelector('[data-scroller]')
  if (!scroller) throw new Error('No text')
  scroller.scrollTop = 20_000
  await __bench.calm()
  const frames: number[] = []
  let last = performance.now()
  for (let frame = 0; frame < 150; frame++) {
    scroller.scrollTop += by
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    frames.push(performance.now() - last)
    last = performance.now()
  }
  return frames
}

/** Notes how long every key takes until what it does is painted; `__keys` is the list. */
export function watchKeys(): void {
  const keys: number[] = []
  Object.assign(globalThis, { __keys: keys })
  document.addEventListener(
    'keydown',
    (event) => void __bench.painted().then(() => keys.push(performance.now() - event.timeStamp)),
    { capture: true },
  )
}

/** What `watchKeys` has noted. */
export function watchedKeys(): number[] {
  return (globalThis as unknown as { __keys: number[] }).__keys
}
