/** Ends with the fault's message as one line and a failing exit code. */
export function stopWithOneLine(error) {
  console.error(error.message);
  process.exit(1);
}
