package template_test

import (
	"strings"
	"testing"
	original "text/template"

	"proxynet/web/site/lighter/template"
)

// shaped is put together as the sources of Ebiten's shaders are.
const shaped = `head
{{if eq .Address .Repeat}}
repeat
{{end}}
{{if eq .Filter .Nearest}}
{{if eq .Address .Unsafe}}
	nearest unsafe
{{else if eq .Address .Clamp}}
	nearest clamp
{{else if eq .Address .Repeat}}
	nearest repeat
{{end}}
{{else}}
{{if eq .Filter .Linear}}linear{{else if eq .Filter .Pixelated}}pixelated{{end}}
{{if eq .Address .Unsafe}}unsafe{{else}}safe{{end}}
{{end}}
foot
`

type kind int

// data is what the shaders' templates are given.
type data struct {
	Filter, Nearest, Linear, Pixelated kind
	Address, Unsafe, Clamp, Repeat     kind
}

// TestLikeTheOriginal compares all combinations with text/template.
func TestLikeTheOriginal(t *testing.T) {
	want := original.Must(original.New("").Parse(shaped))
	got := template.Must(template.New("").Parse(shaped))
	for filter := range kind(4) {
		for address := range kind(4) {
			d := data{Filter: filter, Linear: 1, Pixelated: 2, Address: address, Clamp: 1, Repeat: 2}
			var g, w strings.Builder
			if err := want.Execute(&w, d); err != nil {
				t.Fatal(err)
			}
			if err := got.Execute(&g, d); err != nil {
				t.Fatal(err)
			}
			if g.String() != w.String() {
				t.Errorf("filter %d, address %d: got\n%s\nwant\n%s", filter, address, &g, &w)
			}
		}
	}
}

func TestExecuteErrors(t *testing.T) {
	for _, text := range []string{
		"{{if eq .Filter .Linear}}", "{{end}}", "{{else}}", "{{if eq .Filter .Linear", "{{if eq .Filter .Unknown}}{{end}}",
		"{{if eq .Filter .Linear}}{{else if eq .Filter .Unknown}}{{end}}", "{{if eq .Filter .Linear}}{{.Filter}}{{end}}", "{{if .Filter}}{{end}}", "{{}}",
	} {
		if err := template.Must(template.New("").Parse(text)).Execute(&strings.Builder{}, data{}); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}
