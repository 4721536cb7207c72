package desk

import (
	"errors"
	"strings"

	"proxynet/network/message"
	"proxynet/web/language"
	"proxynet/web/language/messages"
)

// Words are those of the page's language.
type Words interface {
	Say(m message.Message) string
	// Label returns the label of a term, such as “status” and “stated”; the id if it
	// has none.
	Label(group, id string) string
}

// Speak sets the language of the page, a BCP 47 tag, in which the engine answers.
func (e *Engine) Speak(tag string) { e.language = language.Of(tag) }

// Say returns a message in the page's language.
func (e *Engine) Say(m message.Message) string { return e.say(m) }

// Label returns a term's label in the page's language.
func (e *Engine) Label(group, id string) string { return e.label(group, id) }

// say returns a message in the page's language.
func (e *Engine) say(m message.Message) string { return messages.Say(e.spoken(), m) }

// spoken returns the page's language, or English if it isn't known.
func (e *Engine) spoken() *language.Language {
	if e.language == nil {
		return language.Of(language.Fallback)
	}
	return e.language
}

// said returns an error in the page's language.
func (e *Engine) said(err error) error {
	var fatal *Fatal
	if text := messages.Error(e.spoken(), err); text != err.Error() && !errors.As(err, &fatal) {
		return errors.New(text)
	}
	return err
}

// remarks returns the remarks of a change, each in a line of its own.
func (e *Engine) remarks(all []message.Message) string {
	lines := make([]string, len(all))
	for i, m := range all {
		lines[i] = e.say(m)
	}
	return strings.Join(lines, "\n")
}
