package graph

import (
	"strconv"
)

// Value is a text, or another value formatted as text.
type Value struct {
	Text string
	Type Type
}

// Type is the type of a value.
type Type uint8

// Types of values.
const (
	Text    Type = iota
	Number       // in JSON's format
	Boolean      // "true" or "false"
	JSON         // an object or a list, in one line
)

// TextOf returns a text as a value.
func TextOf(s string) Value { return Value{s, Text} }

// NumberOf returns a number as a value.
func NumberOf(n int) Value { return Value{strconv.Itoa(n), Number} }

// BooleanOf returns a boolean as a value.
func BooleanOf(b bool) Value { return Value{strconv.FormatBool(b), Boolean} }

// JSONOf returns an object or a list, written as JSON in one line, as a value.
func JSONOf(s string) Value { return Value{s, JSON} }
