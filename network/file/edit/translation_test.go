package edit_test

import (
	"strings"
	"testing"

	"proxynet/network/file/edit"
)

const persian = `# in Persian: anna
format: 1
translates: quay
lang: fa
title: {en: Who owns the quay, fa: اسکله}
nodes:
  anna: # the mayor
    label: {en: Anna Reiss, fa: آنا}
    summary:
      en: anna
      fa: شهردار
  # her brother
  peter:
    label: {en: Peter Reiss, fa: پیتر}
relations: {anna-quay: {verb: {en: leased, fa: اجاره داد}}, peter-quay: {verb: {en: owns, fa: دارد}}}
`

func TestTranslationsFollow(t *testing.T) {
	c, err := edit.RenameInTranslation([]byte(persian), "anna", "anna-reiss")
	if got, want := apply(t, persian, c, err), strings.Replace(persian, "  anna: #", "  anna-reiss: #", 1); got != want {
		t.Errorf("renamed: got\n%s", got)
	}
	tests := []struct{ id, gone string }{
		{"anna", "  anna: # the mayor\n    label: {en: Anna Reiss, fa: آنا}\n    summary:\n      en: anna\n      fa: شهردار\n"},
		{"peter", "  peter:\n    label: {en: Peter Reiss, fa: پیتر}\n"},
		{"anna-quay", "anna-quay: {verb: {en: leased, fa: اجاره داد}}, "},
		{"peter-quay", ", peter-quay: {verb: {en: owns, fa: دارد}}"},
		{"nobody", ""},
	}
	for _, test := range tests {
		c, err := edit.RemoveFromTranslation([]byte(persian), test.id)
		if got, want := apply(t, persian, c, err), strings.Replace(persian, test.gone, "", 1); got != want {
			t.Errorf("%s removed: got\n%s\nwant\n%s", test.id, got, want)
		}
		if (len(c.Remarks) > 0) != (test.gone != "") {
			t.Errorf("%s removed: remarks %v", test.id, c.Remarks)
		}
	}
	for data, fails := range map[string]bool{"translates: [": true, "a: [": false} {
		if c, err := edit.RenameInTranslation([]byte(data), "anna", "x"); (err != nil) != fails || c.Edits != nil {
			t.Errorf("%s: got %v, %v", data, c, err)
		}
	}
	c, err = edit.RenameInTranslation([]byte(small), "anna", "x")
	if got := apply(t, small, c, err); got != small {
		t.Errorf("a file that is no translation is changed:\n%s", got)
	}
}
