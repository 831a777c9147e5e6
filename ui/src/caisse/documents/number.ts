// Ticket numbers as scanners read them. The program prints `C01-00000042` under each ticket: the code of the
// workstation and eight digits, and in training mode `ECOLE-` before it. No article has such a code.

const NUMBER = /^(?:ECOLE-)?[A-Z0-9]{1,12}-\d{8}$/u;

/** The number in a scanned or typed code; null when the code is something else. */
export function ticketNumber(code: string): string | null {
  const number = code.trim().toUpperCase();
  return NUMBER.test(number) ? number : null;
}
