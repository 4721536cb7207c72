// Package message holds texts for authors, such as findings and refusals, separately
// from their values: they read as English, and package web/language/messages renders
// them in other languages. The English format is the key of a translation, so formats
// must be literals; a test of that package finds them in the source.
package message

import (
	"errors"
	"fmt"
	"strings"
)

// Message is a text with its values. The zero Message is [None].
type Message struct {
	format string
	values []any
}

// None is no message.
var None Message

// New returns a message in the words of [fmt.Errorf]: %s, %q, %d, %U, %c and %w, in the
// order of the values. A value may be a message, a list, or an error with a message.
func New(format string, values ...any) Message { return Message{format, values} }

// String returns the message in English.
func (m Message) String() string { return fmt.Errorf(m.format, m.values...).Error() }

// MarshalText returns the message in English.
func (m Message) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// With returns the message with other values.
func (m Message) With(values ...any) Message { return Message{m.format, values} }

// IsNone reports whether there is no message.
func (m Message) IsNone() bool { return m.format == "" }

// Is reports whether the message has the format of another.
func (m Message) Is(other Message) bool { return m.format == other.format }

// Format returns the English format, the key of translations.
func (m Message) Format() string { return m.format }

// Values returns the values of the message.
func (m Message) Values() []any { return m.values }

// Or returns the message, or other if there is none.
func (m Message) Or(other Message) Message {
	if m.IsNone() {
		return other
	}
	return m
}

// List is a list of values, “a, b, c” in English.
type List []any

// Strings returns a list of strings.
func Strings[S ~string](items []S) List {
	list := make(List, len(items))
	for i, item := range items {
		list[i] = string(item)
	}
	return list
}

func (l List) String() string { return strings.Join(l.words(), ", ") }

func (l List) words() []string {
	words := make([]string, len(l))
	for i, item := range l {
		words[i] = fmt.Sprint(item)
	}
	return words
}

// Lines is a list of values, one per line.
type Lines []any

func (l Lines) String() string { return strings.Join(List(l).words(), "\n  ") }

// Either is a list of alternatives, “a, b or c” in English.
type Either []any

func (l Either) String() string {
	words := List(l).words()
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// Error is an error with a message.
type Error struct {
	message Message
	err     error
}

// Errorf is [fmt.Errorf] with a message.
func Errorf(format string, values ...any) error {
	return &Error{New(format, values...), fmt.Errorf(format, values...)}
}

func (e *Error) Error() string { return e.err.Error() }

// Unwrap returns the error that %w refers to, or nil.
func (e *Error) Unwrap() error { return errors.Unwrap(e.err) }

// Message returns the error's message.
func (e *Error) Message() Message { return e.message }

// Of returns the message of an error, or None if neither it nor an error that it wraps
// has one.
func Of(err error) Message {
	var e interface{ Message() Message }
	if errors.As(err, &e) {
		return e.Message()
	}
	return None
}
