// Package visible keeps untrusted text from misleading readers with control characters
// that terminals interpret, characters that change the text direction, and invisible
// characters.
//
// [Refused] reports the characters that a network must not contain. [Escape], [Quote]
// and [Writer] escape the others in output. The zero width joiner and non-joiner stay,
// since Persian and emoji need them.
package visible
