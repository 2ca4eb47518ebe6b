import type { ReactNode } from 'react'
import { Kbd } from '../ui/kbd.tsx'
import { Modal } from '../ui/modal.tsx'
import styles from './help.module.css'

/** How Pacta works, in one page. */
export function Guide({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}): ReactNode {
  return (
    <Modal open={open} onClose={onClose} title="How Pacta works" showTitle>
      {/* Read by key too: there is nothing in it that takes the focus. */}
      <section tabIndex={0} aria-label="Guide" className={`${styles['scroll']} ${styles['guide']}`}>
        <h3>Your library is a folder</h3>
        <p>
          Everything you import and write is in one folder on this computer, in plain files. Pacta never uses
          the network. Copy the folder and you have copied everything.
        </p>
        <h3>Import</h3>
        <p>
          Import a text file with <Kbd>Ctrl+I</Kbd>, drop it on the window, or paste the text. Pacta finds the
          preamble, the articles with their paragraphs and the closing, and proposes a title and a date, which
          you confirm.
        </p>
        <h3>Mark what it says</h3>
        <p>
          Select words. Press <Kbd>1</Kbd> to <Kbd>9</Kbd> for a theme used before, <Kbd>/</Kbd> to find one
          by name, <Kbd>N</Kbd> for a note. <Kbd>T</Kbd> tags the whole article. Spans may overlap; the
          stripes beside the text show each of them.
        </p>
        <h3>Judge how far it binds</h3>
        <p>
          <Kbd>B</Kbd>, then a number from 0 (a statement) to 5 (an unqualified duty), and the reason.
        </p>
        <h3>Write the brief</h3>
        <p>
          Make a brief with <Kbd>Ctrl+N</Kbd>. Everything you marked is listed beside the page: press Quote
          and the words stand in the page with their citation. <Kbd>Ctrl+E</Kbd> exports a PDF in which every
          quotation has its note.
        </p>
        <h3>Nothing is lost</h3>
        <p>
          What you type is on the disk within a second; there is no Save. <Kbd>Ctrl+Z</Kbd> takes back
          anything, also after a restart.
        </p>
      </section>
    </Modal>
  )
}
