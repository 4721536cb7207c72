package messages_test

import (
	"fmt"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/web/language"
	"proxynet/web/language/messages"
)

// shown makes isolates visible: ‹ is left to right, ‹‹ by the first letter, › the end.
var shown = strings.NewReplacer("\u2066", "‹", "\u2068", "‹‹", "\u2069", "›")

func TestSay(t *testing.T) {
	for _, test := range []struct {
		message message.Message
		tag     string
		want    string
	}{
		{message.New("its words are in paragraph %d, not %d", 12, 3), "en", "its words are in paragraph 12, not 3"},
		{message.New("its words are in paragraph %d, not %d", 12, 3), "fa", "واژه‌های آن در بند ۱۲ است، نه در بند ۳"},
		{message.New("%q is empty", "summary"), "en", `"summary" is empty`},
		{message.New("%q is empty", "summary"), "fa", "«‹‹‹summary››» خالی است"},
		{message.New("did you mean %s?", "p3-cable"), "ar", "هل تقصد ‹‹p3-cable›؟"},
		{message.New("%s and %d others", message.List{"Field", "سیمین"}, 4), "fa", "‹‹Field›، سیمین و ۴ مورد دیگر"},
		{message.New("no paragraph that it cites names %s", message.Either{"a", "b"}), "ar", "لا فقرة يستند إليها تذكر ‹‹a› أو ‹‹b›"},
		{message.New("add %s", message.New("“prefix: %s” for the one in paragraph %d", "“the ”", 2)), "fa", "این را بیفزایید: «‹prefix: ‹‹“the ”››» برای آنکه در بند ۲ است"},
		{message.New("declare it in “kinds: {%s: …}”", "nodes"), "fa", "آن را در «‹kinds: {‹‹nodes›: …}›» تعریف کنید"},
		{message.New("%s", "2019-03/2020"), "fa", "‹‹2019-03/2020›"},
		{message.None, "fa", ""},
	} {
		if got := shown.Replace(messages.Say(language.Of(test.tag), test.message)); got != test.want {
			t.Errorf("%s in %s: got %s, want %s", test.message.Format(), test.tag, got, test.want)
		}
	}
}

func TestError(t *testing.T) {
	diagnostic := file.Diagnostic{File: "network.yaml", Line: 4, ID: "node 3", Problem: message.New("it has no date"), Fix: message.New("take it out")}
	for _, test := range []struct {
		name string
		err  error
		want string
	}{
		{"a message", message.Errorf("write a name"), "نامی بنویسید"},
		{"wrapped", fmt.Errorf("network.fa.yaml: %w", message.Errorf("write a name")), "نامی بنویسید"},
		{"wrapping", message.Errorf("the earlier version can't be read: %w", file.Diagnostics{diagnostic}), "نسخهٔ پیشین خوانده نمی‌شود: سطر ۴: نام ۳: تاریخ ندارد؛ آن را بردارید"},
		{"a diagnostic", diagnostic, "سطر ۴: نام ۳: تاریخ ندارد؛ آن را بردارید"},
		{"of another program", fmt.Errorf("disk full"), "‹disk full›"},
	} {
		if got := shown.Replace(messages.Error(language.Of("fa"), test.err)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if got := messages.Error(language.Of("en"), test.err); got != test.err.Error() {
			t.Errorf("%s in English: got %s", test.name, got)
		}
	}
}
