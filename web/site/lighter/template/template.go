// Package template stands in for text/template in the viewer: it knows
// {{if eq .A .B}}, {{else if eq .A .B}}, {{else}} and {{end}}, which is what the
// sources of Ebiten's built-in shaders are put together with.
package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
)

// Template is a text with actions in it.
type Template struct{ text string }

// New returns an empty template. Its name is of no use.
func New(string) *Template { return &Template{} }

// Parse sets the text. Execute reports errors in it.
func (t *Template) Parse(text string) (*Template, error) {
	t.text = text
	return t, nil
}

// Must returns t, and panics if there is an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// branch is an if that has not ended.
type branch struct {
	outer bool // the text around it is written
	taken bool // one of its cases held
	on    bool // the text here is written
}

// Execute writes the text, without the cases that don't hold for data, a struct.
func (t *Template) Execute(w io.Writer, data any) error {
	fields := reflect.ValueOf(data)
	stack := []branch{{on: true}}
	rest := t.text
	for {
		text, after, found := strings.Cut(rest, "{{")
		top := &stack[len(stack)-1]
		if top.on {
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
		}
		if !found {
			if len(stack) > 1 {
				return fmt.Errorf("template: an if does not end")
			}
			return nil
		}
		action, next, found := strings.Cut(after, "}}")
		if !found {
			return fmt.Errorf("template: an action does not end")
		}
		rest = next
		words := strings.Fields(action)
		is := strings.Join(words[:min(len(words), 3)], " ")
		switch {
		case len(words) == 4 && strings.HasPrefix(is, "if eq "):
			holds, err := equal(fields, words[2:])
			if err != nil {
				return err
			}
			stack = append(stack, branch{outer: top.on, taken: holds, on: top.on && holds})
		case len(stack) == 1:
			return fmt.Errorf("template: {{%s}} is outside of an if", action)
		case len(words) == 5 && is == "else if eq":
			holds, err := equal(fields, words[3:])
			if err != nil {
				return err
			}
			top.on = top.outer && holds && !top.taken
			top.taken = top.taken || holds
		case is == "else":
			top.on = top.outer && !top.taken
		case is == "end":
			stack = stack[:len(stack)-1]
		default:
			return fmt.Errorf("template: {{%s}} is unknown here", action)
		}
	}
}

// equal reports whether two fields, named .A and .B, hold the same whole number.
func equal(fields reflect.Value, names []string) (bool, error) {
	var values [2]int64
	for i, name := range names {
		f := fields.FieldByName(strings.TrimPrefix(name, "."))
		if !f.IsValid() || !f.CanInt() {
			return false, fmt.Errorf("template: %s is not a whole number", name)
		}
		values[i] = f.Int()
	}
	return values[0] == values[1], nil
}
