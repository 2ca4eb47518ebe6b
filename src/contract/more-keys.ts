/** Keys that are no commands of their own, with what they do: for the shortcut sheet and the page of all keys. */
export const MORE_KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['1 – 9', 'Tag the selected words with one of the nine themes used last'],
  ['Alt + 1 – 5', 'Accept the suggested theme with that number; with Shift, refuse it. Y and X: the first'],
  ['] and [', 'Make the selection a word longer or shorter at its end'],
  ['} and {', 'Move the beginning of the selection by a word'],
  ['Tab, Enter', 'Go through the references of the provision, and follow one'],
  ['Alt + Left', 'Back to the reference, like Backspace'],
  ['0 – 5', 'Choose a level, while the bindingness scale has the focus'],
  ['J and K, N', 'On the review screen: on and back, to the next doubt (Shift + N: the one before)'],
  [
    'C S M L ] [ X E',
    'On the review screen: checked, split, merge, relabel, level in, level out, no part, correct',
  ],
  ['Ctrl + Shift + K', 'Make a link in a note or a brief, or change the one at the caret'],
  ['F2', 'Rename the theme that has the focus in the codebook'],
  ['Alt + arrows', 'Move or nest the theme that has the focus in the codebook'],
]
