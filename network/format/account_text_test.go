package format_test

import (
	"os"
	"regexp"
	"testing"
)

// TestAccountText looks up every value "v1", "v2" … in the line-based text formats.
func TestAccountText(t *testing.T) {
	for _, form := range []string{"gml", "pajek", "gdf", "sif", "dl", "brat"} {
		t.Run(form, func(t *testing.T) {
			paths := glob(t, form, "account/*")
			if len(paths) != 1 {
				t.Fatalf("got %v, want one file", paths)
			}
			data, err := os.ReadFile(paths[0])
			if err != nil {
				t.Fatal(err)
			}
			out, report := imported(t, form, string(data))
			values := regexp.MustCompile(`\bv\d+\b`).FindAllString(string(data), -1)
			if len(values) < 2 {
				t.Fatalf("only %d values", len(values))
			}
			for _, v := range values {
				if !regexp.MustCompile(`\b`+v+`\b`).MatchString(out) && !regexp.MustCompile(`\b`+v+`\b`).MatchString(report) && !lists(report, accountedBy[form+" "+v]) {
					t.Errorf("%s is lost silently:\n%s", v, report)
				}
			}
		})
	}
}

// accountedBy has the names under which the report lists values without showing them.
var accountedBy = map[string]string{
	"gml v1": "Creator", "gml v3": "stamp", "gml v4": "weather", "gml c1": "comment",
	"pajek v5": "*Partition", "dl v1": "title", "brat v5": "Hedge", "brat v6": "X9",
}
