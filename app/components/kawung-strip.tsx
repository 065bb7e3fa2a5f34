/** The band of kawung that closes a public page. Once a page. */
export function KawungStrip() {
  return <div className="kawung-strip" aria-hidden="true" />;
}

/** The drawn cloth behind the dark band of the front page. */
export function KawungField() {
  return <div className="kawung-field" aria-hidden="true" />;
}
