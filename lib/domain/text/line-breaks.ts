/** The text with every line break as "\n": how a text box gives its text back, and how the workbook keeps texts. */
export function plainLineBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
