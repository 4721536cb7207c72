package desk

import (
	"strings"

	"proxynet/network/file/lint"
	"proxynet/network/message"
	"proxynet/web/language"
)

// advice returns what an author can do about a finding in the desk, by its buttons and
// forms. The fixes of check often name fields of the file instead, which authors at the
// desk need not know.
func (rd finder) advice(f *lint.Finding) string {
	if key := "advice." + f.Rule; language.Has(key) {
		return rd.language.Say(key)
	}
	fix := f.Fix
	for strings.HasPrefix(fix.Format(), "%s") && namesSyntax(fix.Format()) {
		inner, ok := fix.Values()[0].(message.Message) // the message to which the syntax was added
		if !ok {
			break
		}
		fix = inner
	}
	return rd.say(fix)
}

// namesSyntax reports whether a message contains syntax of the file or names a command.
func namesSyntax(format string) bool {
	return strings.Contains(format, "{rule:") || strings.Contains(format, "check --fix")
}
