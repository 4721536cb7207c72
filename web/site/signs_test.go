package site

import (
	"strings"
	"testing"
)

func TestShareSigns(t *testing.T) {
	const line, dot, letter = `<path class="p-line" d="M2 8L37 8"/>`, `<g class="a"><circle r="2"/></g>`, `<rect/><text>!</text>`
	svg := func(drawn string) string {
		return `<svg class="sign" viewBox="0 0 40 16" aria-hidden="true">` + drawn + `</svg>`
	}
	page := "<head></head>\n<body>\n<p>" + svg(line) + svg(dot) + svg(line) + svg(letter) + svg(letter) + "</p></body>"
	const use = `<svg class="sign" aria-hidden="true"><use href="#sign-1"/></svg>`
	want := "<head></head>\n<body>\n<div hidden><svg><symbol id=\"sign-1\" viewBox=\"0 0 40 16\">" + line + "</symbol></svg></div>\n<p>" + use + svg(dot) + use + svg(letter) + svg(letter) + "</p></body>"
	if got := shareSigns(page); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	once := "<body>" + svg(line) + "</body>"
	if got := shareSigns(once); got != once {
		t.Errorf("without a repeated sign: got %s", got)
	}
	if strings.Contains(shareSigns("no page"), "hidden") {
		t.Error("a sign appears where there was none")
	}
}
