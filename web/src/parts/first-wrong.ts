// After a form was not sent: to the first field that is wrong, so that nobody has to look for it.
const wrong = '[aria-invalid="true"], [data-wrong="true"] [role="button"]';

/** Call it when the form was found wanting; what is wrong is marked in the rendering after that. */
export function to_first_wrong(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>(wrong)?.focus());
}
