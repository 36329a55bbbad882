/** Members under their surnames, first names only between namesakes: "Cllr Dorothy Fennimore" stands under F. */
export function bySurname<Named extends { readonly name: string }>(named: readonly Named[]): readonly Named[] {
  const collator = new Intl.Collator('en-GB')
  const surname = ({ name }: Named) => name.split(' ').at(-1) ?? name
  return named.toSorted((one, other) => collator.compare(surname(one), surname(other)) || collator.compare(one.name, other.name))
}
