package desk

import (
	"errors"
	"strings"

	"proxynet/network/message"
	"proxynet/web/language"
	"proxynet/web/language/messages"
)

// Words translates for the page's language.
type Words interface {
	Say(m message.Message) string
	// Label returns the label of a term, such as “status” and “stated”; the id if it
	// has none.
	Label(group, id string) string
}

// Speak sets the language in which the engine answers, a BCP 47 tag.
func (rd *reading) Speak(tag string) { rd.language = language.Of(tag) }

// Say returns a message in the page's language.
func (rd *reading) Say(m message.Message) string { return rd.say(m) }

// Label returns a term's label in the page's language.
func (rd *reading) Label(group, id string) string { return rd.label(group, id) }

// say returns a message in the page's language.
func (rd *reading) say(m message.Message) string { return messages.Say(rd.pageLanguage(), m) }

// pageLanguage returns the page's language, or English if it isn't known.
func (rd *reading) pageLanguage() *language.Language {
	if rd.language == nil {
		return language.Of(language.Fallback)
	}
	return rd.language
}

// translated returns an error in the page's language.
func (rd *reading) translated(err error) error {
	var fatal *Fatal
	if text := messages.Error(rd.pageLanguage(), err); text != err.Error() && !errors.As(err, &fatal) {
		return errors.New(text)
	}
	return err
}

// remarks returns the remarks of a change, each in a line of its own.
func (rd *reading) remarks(all []message.Message) string {
	lines := make([]string, len(all))
	for i, m := range all {
		lines[i] = capital(rd.say(m))
	}
	return strings.Join(lines, "\n")
}
