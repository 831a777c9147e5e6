// A text field as it was before a scanner typed into it.

type TextField = HTMLInputElement | HTMLTextAreaElement;

const NOT_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color']);

/** The field that would receive a character, if any. */
export function focusedField(active: Element | null = document.activeElement): TextField | null {
  if (active instanceof HTMLTextAreaElement) return active;
  return active instanceof HTMLInputElement && !NOT_TEXT.has(active.type) ? active : null;
}

/** Remembers value and selection; the result puts them back and tells the field's listeners. */
export function snapshot(field: TextField): () => void {
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    if (field.value === value) return;
    field.value = value;
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
}
