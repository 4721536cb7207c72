// Package visible keeps text that others wrote from showing anything but what
// it says: control characters that a terminal obeys, marks that turn the
// reading direction, and characters that nobody sees.
//
// [Refused] says what a network may not hold at all. [Escape], [Quote] and
// [Writer] make the rest visible where it is printed. The zero width joiner and
// non-joiner stay as they are: Persian and emoji need them.
package visible
