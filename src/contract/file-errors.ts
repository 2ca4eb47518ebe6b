import type { ErrorMessage } from './error-message.ts'

/** What can be wrong with a file that is to be imported; part of the closed set in `errors.ts`. */
export const FILE_MESSAGES = {
  'file-empty': {
    happened: '“{name}” is empty.',
    safe: 'Nothing was added to the library.',
    todo: 'Check that you chose the right file.',
  },
  'file-too-large': {
    happened: '“{name}” is {size}, and Pacta reads {what} up to {limit}.',
    safe: 'Nothing was added to the library.',
    todo: 'If it holds several agreements, split it into one file each.',
  },
  'file-binary': {
    happened: '“{name}” is not a text file.',
    safe: 'Nothing was added to the library.',
    todo: 'Import the agreement as PDF, Word (.docx), web page or plain text.',
  },
  'file-encoding': {
    happened: '“{name}” is written in no encoding that Pacta recognises, so letters would come out wrong.',
    safe: 'Nothing was added to the library.',
    todo: 'Choose the encoding it is written in, or save it again as UTF-8 text and import that.',
  },
  'file-mixed-encoding': {
    happened: '“{name}” mixes UTF-8 with another encoding, so some letters would come out wrong.',
    safe: 'Nothing was added to the library.',
    todo: 'Correct the letters that look wrong in an editor, save it as UTF-8 and import that; or choose an encoding.',
  },
  'file-unsupported': {
    happened: '“{name}” is {kind}, which Pacta does not read.',
    safe: 'Nothing was added to the library.',
    todo: 'Save it as Word (.docx), PDF or plain text and import that.',
  },
  'file-password': {
    happened: '“{name}” is protected by a password.',
    safe: 'Nothing was added to the library.',
    todo: 'Open it with the password, save a copy without one and import the copy.',
  },
  'file-scanned': {
    happened: '“{name}” is a scan: its pages are pictures, with no words that Pacta could read.',
    safe: 'Nothing was added to the library.',
    todo: 'Run text recognition (OCR) on it and import the result.',
  },
  'file-corrupt': {
    happened: '“{name}” is damaged or incomplete: {problem}.',
    safe: 'Nothing was added to the library.',
    todo: 'Get the file again from where it came, or save it once more, and import that.',
  },
  'file-unsafe': {
    happened: '“{name}” is built in a way that could do harm: {problem}.',
    safe: 'It was not opened any further, and nothing was added to the library.',
    todo: 'Get the agreement from a source you trust.',
  },
  'file-unpacks-too-large': {
    happened: '“{name}” unpacks to more than {limit}, far more than any agreement.',
    safe: 'It was not unpacked, and nothing was added to the library.',
    todo: 'If the file is genuine, save the agreement as plain text and import that.',
  },
  'file-no-agreement': {
    happened: '“{name}” is {kind}, but holds no agreement in a form that Pacta knows.',
    safe: 'Nothing was added to the library.',
    todo: 'Save the agreement as plain text and import that.',
  },
  'file-unreadable': {
    happened: '“{name}” could not be read.',
    safe: 'Nothing was added to the library.',
    todo: 'Check that the file is still there and that you may open it.',
  },
} as const satisfies Record<string, ErrorMessage>
