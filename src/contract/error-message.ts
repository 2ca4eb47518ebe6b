/** The three sentences of an error. */
export interface ErrorMessage {
  readonly happened: string
  readonly safe: string
  readonly todo: string
}
