package format_test

import (
	"reflect"
	"strings"
	"testing"

	"proxynet/network/file"
)

// TestEveryFieldIsCarried fails if a new field of the model is in no network of the
// round trips: the formats and the author's file must support it too.
func TestEveryFieldIsCarried(t *testing.T) {
	met := map[string]bool{}
	for seed := range uint64(2 * seeds) {
		fill(reflect.ValueOf(*randomNetwork(t, seed)), met)
	}
	n, err := file.Load("")
	if err != nil {
		t.Fatal(err)
	}
	fill(reflect.ValueOf(*n), met)
	own, err := file.Load(ferry)
	if err != nil {
		t.Fatal(err)
	}
	fill(reflect.ValueOf(*own), met)
	for field, filled := range met {
		if field == "Network.Translated" {
			continue // only in translations, which have their own type
		}
		// A view state has fields without passages, and the graph has it as a whole.
		if !filled && !strings.HasPrefix(field, "Look.") && !strings.HasPrefix(field, "ViewState.") && !strings.HasPrefix(field, "ChainEnds.") {
			t.Errorf("no network here has %s", field)
		}
	}
}

// fill records which fields of structs have a value.
func fill(v reflect.Value, met map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), met)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), met)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("json") == "-" { // set by checking quotes, and in no file
				continue
			}
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			met[name] = met[name] || !v.Field(i).IsZero()
			fill(v.Field(i), met)
		}
	}
}
