/**
 * What a page of ours may load: its own files and nothing else. React Aria puts one small style element into the head when something is
 * pressed; its text is allowed by hash, and a test computes the hash from the installed version.
 */

export const reactAriaStyleHash = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='

const nothingElse = {
  'connect-src': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
}

export const pagePolicy = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' '${reactAriaStyleHash}'`,
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  ...nothingElse,
})

/** For answers that are no page. */
export const barePolicy = policy({ 'default-src': "'none'", ...nothingElse })

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
