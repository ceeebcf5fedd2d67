/** After a try to go on: to the first field that is wrong, once its error is on the screen. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] textarea, [data-invalid] button, input[aria-invalid="true"]')
    field?.focus()
  })
}
