/** Something in a project that is not as it should be. */
export type Finding = {
  readonly part:
    | 'file'
    | 'project'
    | 'label'
    | 'relation type'
    | 'speaker'
    | 'document'
    | 'annotation'
    | 'relation'
    | 'suggestion'
    | 'journal'
  /** Of the thing concerned, where it is one. */
  readonly id: string | null
  /** A whole sentence. */
  readonly message: string
}
